# Names and texts in other scripts, and a file that ends without a new line.
# must: pass
def verdoppelé(größe):
    """Ünïcødé 🐍 𝔣𝔞𝔫𝔠𝔶"""
    return größe + größe


f = 𝔳𝔢𝔯𝔡𝔬𝔭𝔭𝔢𝔩é = verdoppelé
