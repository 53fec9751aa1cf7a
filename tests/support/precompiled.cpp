// Nothing: the headers that are compiled before it are what it is for.
