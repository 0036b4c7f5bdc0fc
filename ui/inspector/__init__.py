"""The room of the vertrouwensinspecteur: the call sheet, the chain of duties and the log."""
