import json.decoder
import xml

print(type(json).__name__, type(json.decoder).__name__)
print(hasattr(json, "__path__"), hasattr(json.decoder, "__path__"))
print("json" in globals(), "decoder" in globals())
print(json.__package__, json.decoder.__package__)
print(hasattr(xml, "sax"))
try:
    import json.decoder.fast
except ModuleNotFoundError as error:
    print("not found:", error.name)
