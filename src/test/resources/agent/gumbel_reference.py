"""Gumbel AlphaZero's search written down once more from the paper (Danihelka et al. 2022), slowly and recursively, without the
engine: it makes gumbel_trees.json. Positions are frozen sets of eliminated vertices; equal sets are one node where merged."""
import json
import math
import sys

GRAPHS = {
    # sources and targets from `size` on are inputs and outputs
    "six": dict(size=6, arcs=[[6, 0], [7, 0], [7, 1], [0, 2], [1, 2], [0, 3], [2, 3], [2, 4], [3, 5], [4, 5], [5, 6], [4, 7], [3, 7]]),
    "diamond": dict(size=4, arcs=[[4, 0], [5, 0], [0, 1], [0, 2], [1, 3], [2, 3], [3, 4], [3, 5], [3, 6]]),
}


def eliminate(arcs, v):
    ins = [a for a, b in arcs if b == v]
    outs = [b for a, b in arcs if a == v]
    return frozenset([arc for arc in arcs if v not in arc] + [(a, b) for a in ins for b in outs]), len(ins) * len(outs)


def evaluation(gone):
    """Arbitrary, but the same in the test: logits by vertex and position, values by what is left."""
    left = [v for v in range(SIZE) if v not in gone]
    return [((7 * v + 3 * len(gone)) % 5) / 4.0 for v in left], 1.5 * len(left) + 0.25 * sum(left)


def softmax(values):
    most = max(values)
    weights = [math.exp(x - most) for x in values]
    return [w / sum(weights) for w in weights]


class Node:
    def __init__(self, gone):
        self.open = [v for v in range(SIZE) if v not in gone]
        self.logits, self.raw = evaluation(gone) if self.open else ([], 0.0)
        self.prior = softmax(self.logits) if self.open else []
        self.children, self.visits, self.steps = {}, [0] * len(self.open), {}
        self.returns = []

    def value(self):
        return sum(self.returns) / len(self.returns)

    def q(self, k):
        return self.steps[k] + self.children[k].value()


class Tree:
    def __init__(self, graph, settings):
        global SIZE
        SIZE = graph["size"]
        self.s = settings
        self.arcs = frozenset(map(tuple, graph["arcs"]))
        self.table = {}
        self.low, self.high = math.inf, -math.inf
        self.root = self.make(frozenset())
        self.root.returns.append(self.root.raw)
        self.met(self.root.raw)

    def make(self, gone):
        return self.table.setdefault(gone, Node(gone))

    def met(self, total):
        self.low, self.high = min(self.low, total), max(self.high, total)

    def sigma_q(self, node, spent):
        tried = [k for k, n in enumerate(node.visits) if n]
        mixed = node.raw
        if tried:
            mean = sum(node.prior[k] * node.q(k) for k in tried) / sum(node.prior[k] for k in tried)
            mixed = (node.raw + sum(node.visits) * mean) / (1 + sum(node.visits))
        factor = (self.s["c_visit"] + max(node.visits)) * self.s["c_scale"]
        return [factor * (self.high - spent - (node.q(k) if node.visits[k] else mixed)) / max(1e-9, self.high - self.low) for k in range(len(node.open))]

    def search(self):
        root, sims = self.root, self.s["simulations"]
        considered = min(self.s["considered"], len(root.open))
        survivors = sorted(range(len(root.open)), key=lambda k: -root.logits[k])[:considered]
        phases, spent = math.ceil(math.log2(considered)), 0
        while spent < sims:  # sequential halving; the simulations of a round begin with different actions and run beside each other
            for _ in range(max(1, sims // (phases * len(survivors)))):
                batch = survivors[: sims - spent]
                paths = [self.descend(k) for k in batch]
                for path, leaf, total in paths:
                    self.met(total + leaf.raw)
                    back = leaf.raw
                    leaf.returns.append(back)
                    for node, k in reversed(path):
                        back += node.steps[k]
                        node.visits[k] += 1
                        node.returns.append(back)
                spent += len(batch)
                if spent < sims:
                    survivors = self.ranked(survivors)
            survivors = self.ranked(survivors)[: max(2, len(survivors) // 2)]
        final = [x + y for x, y in zip(root.logits, self.sigma_q(root, 0))]
        most = max(root.visits)
        chosen = max((k for k in range(len(final)) if root.visits[k] == most), key=lambda k: final[k])
        return dict(open=root.open, visits=root.visits, costs=[root.q(k) if root.visits[k] else None for k in range(len(final))],
                    prior=root.prior, improved=softmax(final), chosen=root.open[chosen], value=root.value())

    def ranked(self, actions):
        bonus = self.sigma_q(self.root, 0)
        return sorted(actions, key=lambda k: -(self.root.logits[k] + bonus[k]))

    def descend(self, k):
        node, gone, arcs, total, path = self.root, frozenset(), self.arcs, 0, []
        while True:
            path.append((node, k))
            v = node.open[k]
            arcs, cost = eliminate(arcs, v)
            gone, total = gone | {v}, total + cost
            node.steps[k] = cost
            fresh = gone not in self.table or not self.table[gone].returns
            if k not in node.children:
                node.children[k] = self.make(gone)
            node = node.children[k]
            if fresh or not node.open:
                return path, node, total
            policy = softmax([x + y for x, y in zip(node.logits, self.sigma_q(node, total))])
            k = max(range(len(policy)), key=lambda a: policy[a] - node.visits[a] / (1 + sum(node.visits)))


trees = []
for name, graph in GRAPHS.items():
    for simulations, considered, scale in [(1, 4, 0.1), (4, 4, 0.1), (16, 4, 0.1), (40, 6, 0.1), (64, 8, 1.0)]:
        settings = dict(simulations=simulations, considered=considered, c_visit=50, c_scale=scale)
        trees.append(dict(name=name, **graph, settings=settings, expected=Tree(graph, settings).search()))
sys.stdout.write("[\n" + ",\n".join(json.dumps(tree) for tree in trees) + "\n]\n")
