"""What came of a batch, for those who read it afterwards: scripts, CI servers, people.

Each module turns the same outcomes, in the order of the documents, into one form.
"""
