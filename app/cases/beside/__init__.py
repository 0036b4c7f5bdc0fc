"""What stands beside a case: links, holds, stepping aside, signatures, complaints and prevention."""
