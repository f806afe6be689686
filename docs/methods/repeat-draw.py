# SPDX-License-Identifier: Apache-2.0
"""Repeats a draw from its draw.json, with nothing but Python: python3 repeat-draw.py result/draw.json"""
import hashlib, hmac, json, sys

def fields(*texts):
    return b"".join(len(t.encode()).to_bytes(4, "big") + t.encode() for t in texts)

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

d = json.load(open(sys.argv[1], encoding="utf-8"))
people, strata, places = d["applicants"], d["strata"], d["places"]
people.sort(key=lambda a: a["id"].encode())
head = ["counterpart-draw-1", str(len(places))]
for pool, n in places.items(): head += [pool, str(n["start"]), str(n["reserve"])]
head += [str(len(strata)), *strata, str(len(people))]
closed = sha(fields(*head), *[sha(fields("entry", a["id"], a["role"], a["word"], *a["stratum"])) for a in people])
key = sha(fields("key", d["seed"], closed.hex(), d["witness"]))
lot = lambda *of: hmac.digest(key, fields(*of), "sha256")
mine = lambda purpose: lambda a: lot(purpose, a["id"], a["word"])
rounded = lambda n, of, lot: ((n << 256) + of * int.from_bytes(lot, "big")) // (of << 256) if of else 0

def divide(n, sizes, lot):
    until = [rounded(n * sum(sizes[:i]), sum(sizes), lot) for i in range(len(sizes) + 1)]
    return [b - a for a, b in zip(until, until[1:])]

pools = {"everyone": people}
if "mentor" in places:
    m, e, b = ([a for a in people if a["role"] == r] for r in ("mentor", "mentee", "either"))
    p, q = places["mentor"], places["mentee"]
    k = rounded(max(0, p["start"] * len(e + b) - q["start"] * len(m)), p["start"] + q["start"], lot("sides"))
    k = max(k, p["start"] + p["reserve"] - len(m), 0)
    k = min(k, len(e + b) - q["start"] - q["reserve"], len(b))
    b.sort(key=mine("side"))
    pools = {"mentor": m + b[:k], "mentee": e + b[k:]}

for pool, n in places.items():
    strata = {}
    for a in sorted(pools[pool], key=mine("ticket")): strata.setdefault(tuple(a["stratum"]), []).append(a)
    groups = [strata[s] for s in sorted(strata, key=lambda s: lot("group", pool, *s))]
    start = divide(n["start"], [len(g) for g in groups], lot("start", pool))
    spare = divide(n["reserve"], [len(g) - s for g, s in zip(groups, start)], lot("reserve", pool))
    turns = sorted([a for g, s, r in zip(groups, start, spare) for a in g[s:s + r]], key=mine("turn"))
    for g, s, r in zip(groups, start, spare):
        for i, a in enumerate(g):
            expected = "start_now" if i < s else "reserve" if i < s + r else "comparison"
            turn = turns.index(a) + 1 if a in turns else 0
            assert (a["pool"], a["ticket"], a["list"], a["turn"]) == (pool, mine("ticket")(a).hex(), expected, turn), a
assert hashlib.sha256(d["seed"].encode()).hexdigest() == d["commitment"] and closed.hex() == d["list"]
print("The draw comes out the same.")
