try:
    for text in ("20", "x", "", "30", "10"):
        log = [text]
        try:
            if not text:
                continue
            number = int(text)
        except ValueError:
            log.append("except")
        else:
            log.append([10, 20].index(number))
        finally:
            print(log)
except ValueError:
    print("outside", log)
