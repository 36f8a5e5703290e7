def load(how):
    try:
        return {}["port"]
    except KeyError as error:
        if how == "plain":
            raise ValueError
        if how == "from error":
            raise ValueError from error
        if how == "from other":
            raise ValueError from OSError("disk")
        raise ValueError from None


for how in ("plain", "from error", "from other", "from None"):
    try:
        load(how)
    except ValueError as error:
        print(how, [error.__cause__, error.__context__, error.__suppress_context__])
