"""Many documents to many decks, each in a process that may fail without harm to the others.

The same loop (`running.py`) drives worker processes on this machine and those of a
cluster, since both are a `concurrent.futures.Executor`.
"""
