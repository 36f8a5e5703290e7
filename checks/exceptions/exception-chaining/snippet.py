for how in ("plain", "from old", "from other", "from None"):
    try:
        try:
            raise KeyError("port")
        except KeyError as old:
            if how == "plain":
                raise ValueError
            if how == "from old":
                raise ValueError from old
            if how == "from other":
                raise ValueError from OSError("disk")
            raise ValueError from None
    except ValueError as error:
        print(how, [error.__cause__, error.__context__, error.__suppress_context__])
