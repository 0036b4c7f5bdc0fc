"""Pupils, employees and guardians, their groups, and who has parental authority."""
