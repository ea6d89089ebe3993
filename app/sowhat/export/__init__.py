"""Writers: values to files. They know nothing of each other."""
