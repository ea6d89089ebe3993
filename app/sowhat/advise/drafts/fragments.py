"""Lines without a subject: what most slides are made of."""

from __future__ import annotations

from sowhat.advise.drafts.forms import capital, form, plural
from sowhat.advise.drafts.helping import helped
from sowhat.advise.drafts.parts import DOING, LONGEST, Ground, Reading, Task, done
from sowhat.advise.drafts.peers import peer
from sowhat.advise.drafts.things import noun, owned, thing
from sowhat.advise.drafts.tree import Tree
from sowhat.language import is_word

COMMAND = "You can "  # a command is read more surely as what somebody can do
_FIRST = 2  # where the command's verb stands then
_KNOWN = (*DOING, "used", "provide", "enable", "help", "makes")
_BEGUN = ("founded", "established", "incorporated")
_SUPPORTS = ("support", "accept", "cover", "work", "include", "feature", "show")
_FINITE = ("nsubj", "nsubjpass", "expl")


def command(task: Task, plain: Task) -> Reading | None:
    """Turn a command to what the customer does; ``task`` reads it after "You can", ``plain`` as
    it stands. Many words are verb and noun: a doubtful one is taken for what it stands as."""
    tree, tokens = task.tree, task.tree.tokens
    if len(tokens) <= _FIRST + 1 or tree.root != _FIRST or tokens[_FIRST].pos != "VERB":
        return None
    lemma, after = tokens[_FIRST].lemma, tokens[_FIRST + 1]
    known = any(task.verb(group, lemma) for group in _KNOWN) or _with_yours(task, lemma)
    carries = tree.child(_FIRST, "dobj", "ccomp", "prt", "prep") is not None
    if not known or not carries or tokens[_FIRST].lower != lemma or _unfinished(task):
        return None
    if is_word(lemma, "adj") and after.pos not in ("DET", "PRON", "NUM"):
        return None  # "secure storage"
    first = plain.tree.tokens[0]
    noun = is_word(lemma, "noun") or is_word(lemma, "adj")
    stands = first.pos == "VERB" and plain.tree.root == 0
    if noun and not stands and after.pos not in ("DET", "PRON"):
        return None
    return _act(task, _FIRST)


def _unfinished(task: Task) -> bool:
    """Say whether the last of several verbs lacks what the first one has: "test it and verify"."""
    tree = task.tree
    last = tree.tokens[tree.last]
    given = tree.child(_FIRST, "dobj") is not None
    return given and last.pos == "VERB" and last.dep == "conj" and last.head == _FIRST


def fragment(task: Task) -> Reading | None:
    """Turn a fragment round, by the word that carries it."""
    tree = task.tree
    if len(tree.tokens) < 2:
        return None  # one word says nothing that could be turned
    first, token = tree.tokens[0], tree.tokens[tree.root]
    if first.lower in ("from", "with"):
        return _prepositional(task)
    if first.pos == "VERB" and form(first) == "past" and tree.tokens[1].pos in ("ADP", "PART"):
        return _participle(task, 0)
    if token.lower in task.rules.words["brands"] and tree.root == 0 and tree.last > 1:
        return Reading("with", {"np": tree.words(0, tree.last)})  # "Azure" is no verb
    if described := _described(tree):
        return Reading("with", {"np": described})
    head = _carried(task)
    if head is not None:
        return noun(task, head)
    if token.pos in ("VERB", "AUX"):
        return _verbal(task)
    return _adjective(task) if token.pos == "ADJ" else None


def _described(tree: Tree) -> str | None:
    """Return a line that is one thing with what it does ("an assistant that answers, sends and
    books"), which is read as a sentence where it does several things."""
    tokens = tree.tokens
    that = next((at for at, token in enumerate(tokens) if token.lower == "that"), None)
    if tokens[0].lower not in ("a", "an") or that is None or not 1 < that < tree.root:
        return None
    first = that + 1
    if any(token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT") for token in tokens[1:that]):
        return None
    row = [token for token in tokens[first:] if form(token) == "third" and token.pos == "VERB"]
    between = tree.line[tokens[that].end : tokens[tree.root].start].rstrip()
    listed = between.endswith((",", " and")) and len(row) > 1
    if not listed or any(token.dep in _FINITE for token in tokens[first + 1 :]):
        return None
    words = tree.words(0, tree.last)
    return words[:1].lower() + words[1:]


def _carried(task: Task) -> int | None:
    """Return the noun that carries a fragment, where one does.

    It may be read as the subject of what describes it ("a stack replacing four tools"), or as the
    verb that looks like it ("site data capture").
    """
    tree = task.tree
    root, token = tree.root, tree.tokens[tree.root]
    if token.pos in ("NOUN", "PROPN"):
        return root
    subject = tree.child(root, "nsubj", "nsubjpass")
    if subject is None or subject > root or tree.child(root, "aux", "auxpass", "cop") is not None:
        return None
    if tree.tokens[subject].pos not in ("NOUN", "PROPN"):
        return None
    if root == tree.last:
        looks = token.pos == "VERB" and form(token) == "base" and is_word(token.lower, "noun")
        return root if looks else None
    alone = form(token) == "past" and tree.child(root, "dobj", "attr") is None
    return subject if token.pos == "ADJ" or form(token) == "ing" or alone else None


def _prepositional(task: Task) -> Reading | None:
    """Turn "from … to …" and "with …"."""
    tree = task.tree
    said = tree.words(0, tree.last)
    if any(tree.child(number, *_FINITE) is not None for number in (tree.root, 0)):
        return None
    if tree.tokens[0].lower == "with":
        what = tree.child(0, "pobj")
        said = tree.words(1, tree.last)
        return Reading("with", {"np": owned(task, what, said, first=1)}) if what else None
    if " to " not in said or not tree.lemmas() & task.rules.words["times"]:
        return None
    return Reading("get", {"np": task.small(said)})


def _verbal(task: Task) -> Reading | None:
    tree = task.tree
    verb = tree.root
    described = verb == 0 and is_word(tree.tokens[0].lower, "adj")
    if described and len(tree.tokens) > 1 and tree.tokens[1].pos in ("NOUN", "PROPN"):
        return None  # "secure storage"
    if verb > 1 or (verb == 1 and tree.tokens[0].pos != "ADV"):
        return None
    said = tree.child(verb, *_FINITE) is not None
    past = form(tree.tokens[verb]) == "past"
    return _participle(task, verb) if said or past else _act(task, verb)


def _act(task: Task, verb: int) -> Reading | None:
    """Turn "cut costs", "cuts costs" and "cutting costs" to "you cut costs"."""
    tree = task.tree
    lemma, shape = tree.tokens[verb].lemma, form(tree.tokens[verb])
    if found := helped(task, verb):
        return found
    given = tree.child(verb, "dobj")
    if shape == "base" and (_done_by_us(task, verb) or (given and _own_goal(task, verb))):
        return _once(task, verb)
    ours = _ours(task) and "your" not in tree.lemmas()
    if ours or (shape == "ing" and task.verb("heads", lemma)):
        return None
    if task.verb("enable", lemma):
        return _that(task, verb) or _enabled(task, verb, given)
    if task.verb("provide", lemma) and not task.verb("makes", lemma) and given:
        return _given(task, verb, given)
    joined = (tree.joined(verb) or "your" in tree.lemmas()) and not task.sparing
    if task.verb("makes", lemma) and shape == "base" and given is not None and not joined:
        return None if task.sparing else _made(task, given)
    phrasal = tree.child(verb, "prt") is not None or (verb == _FIRST and lemma == "save")
    acts = any(task.verb(group, lemma) for group in (*DOING, "used", "makes")) or _with_yours(
        task, lemma
    )
    if acts and (given is not None or phrasal):
        return None if _not_theirs(task, verb) else _yours(task, verb)
    if lemma in task.rules.words["demands"]:
        return None
    sure = given is not None or not is_word(lemma, "noun")
    supports = task.verb("relieves", lemma) or lemma in _SUPPORTS
    if shape != "third" or not (sure and supports) or tree.last > LONGEST:
        return None
    return _it(f"what we offer {task.small(tree.words(0, tree.last))}")


def _done_by_us(task: Task, verb: int) -> bool:
    """Say whether a command is what the vendor sets itself to do: a step, or a plan of its own."""
    lemma = task.tree.tokens[verb].lemma
    used = task.verb("used", lemma) and task.ground is Ground.STEPS
    if task.ground is Ground.OFFER or used or "your" in task.tree.lemmas():
        return False
    groups = (*DOING, "makes") if task.ground is Ground.OWN else DOING
    given = task.tree.child(verb, "dobj") is not None
    return given and any(task.verb(group, lemma) for group in groups)


def _once(task: Task, verb: int) -> Reading | None:
    """Turn what the vendor is to do to what the customer can do then."""
    tree = task.tree
    theirs = _theirs(task, verb)
    if tree.last > LONGEST or verb != _FIRST or theirs:
        return None
    said = tree.words(verb, tree.last)
    at = max((kid for kid in tree.kids[verb] if tree.tokens[kid].dep == "conj"), default=0)
    added = tree.tokens[at - 1].text == "," and "and" not in tree.lemmas(range(at, tree.last))
    if at > 0 and tree.tokens[at].pos == "VERB" and added:
        before, _, after = said.rpartition(", ")
        said = f"{before} and {after}"  # slides leave it out
    if _own_goal(task, verb):
        return Reading("promised", {"Clause": f"We aim to {said}"})
    return Reading("once", {"clause": f"we {said}"})


def _own_goal(task: Task, verb: int) -> bool:
    """Say whether what the vendor sets itself to do is for its own good: "grow the brand"."""
    goals = task.tree.lemmas() & task.rules.nouns["own_goals"]
    return task.sparing and (task.verb("grows", task.tree.tokens[verb].lemma) or bool(goals))


def _theirs(task: Task, verb: int) -> bool:
    """Say whether who does it is the customer rather than the vendor: "replace a team with it"."""
    if not task.sparing or _own_goal(task, verb):
        return False
    lemma = task.tree.tokens[verb].lemma
    return any(task.verb(group, lemma) for group in ("change", "stop", "guard"))


def _enabled(task: Task, verb: int, given: int | None) -> Reading | None:
    """Turn "ensure compliance" to what the customer does; what is not done by them, to nothing."""
    base = form(task.tree.tokens[verb]) == "base"
    return _yours(task, verb) if base and given is not None and not task.sparing else None


def _ours(task: Task) -> bool:
    """Say whether something of the vendor's is spoken of: "our clients" are the customer."""
    tokens, buyers = task.tree.tokens, task.rules.nouns["buyers"]
    return any(t.lower == "our" and tokens[t.head].lemma not in buyers for t in tokens)


def _given(task: Task, verb: int, given: int) -> Reading | None:
    """Turn "offers a tool" to what can be done with it, but not "delivers software faster"."""
    tokens = task.tree.tokens
    loose = any(tokens[kid].dep == "advmod" for kid in task.tree.kids[verb] if kid > given)
    loose = loose or task.tree.ends(given)[0] != verb + 1
    return None if loose else thing(task, given, "with")


def _made(task: Task, given: int) -> Reading | None:
    """Turn "design an early-warning system", which the vendor tells itself, to the use of it."""
    tree = task.tree
    token = tree.tokens[given]
    whole = plural(token) or token.pos == "PROPN"
    if not whole and tree.child(given, "det", "poss", "nummod") is None:
        return None
    if tree.last - given < 1 and not tree.kids[given]:
        return None
    return thing(task, given, "with")


def _yours(task: Task, verb: int) -> Reading:
    return done(task, verb, task.tree.last, first=verb if verb == _FIRST else 0)


def _not_theirs(task: Task, verb: int) -> bool:
    """Say whether a command is program operating, or what the vendor tells itself to do."""
    lemma = task.tree.tokens[verb].lemma
    if form(task.tree.tokens[verb]) != "base":
        return False
    if _with_yours(task, lemma) or task.verb("used", lemma):
        return False
    own = task.sparing and (task.verb("able", lemma) or task.verb("change", lemma))
    theirs = task.tree.joined(verb) or "your" in task.tree.lemmas()
    made = task.verb("makes", lemma) and not theirs
    return own or task.verb("not_first", lemma) or made


def _with_yours(task: Task, lemma: str) -> bool:
    """Say whether something is done with what is the customer's."""
    return task.verb("with_yours", lemma) and "your" in task.tree.lemmas()


def _that(task: Task, verb: int) -> Reading | None:
    """Turn "ensures that it is done" to "you know that it is done"."""
    tree = task.tree
    said = tree.child(verb, "ccomp")
    if said is None or tree.tokens[verb].lemma not in ("ensure", "guarantee"):
        return None
    first, last = tree.ends(said)
    if tree.tokens[first].lower == "that":
        first += 1
    if tree.child(said, *_FINITE) is None or last - first > LONGEST:
        return None
    return Reading("know", {"clause": tree.words(first, last)})


def _participle(task: Task, verb: int) -> Reading | None:
    """Turn "built for …" to its reason, and "trusted by …" to those who trust."""
    tree = task.tree
    token = tree.tokens[verb]
    if form(token) != "past" or tree.last == verb or tree.joined(verb):
        return None
    after = tree.tokens[verb + 1]
    if after.pos not in ("ADP", "PART", "ADV", "SCONJ"):
        return None
    if task.verb("choose", token.lemma) and after.lower == "by":
        by = tree.child(verb, "agent", "prep")
        who = tree.child(by, "pobj") if by is not None else None
        return peer(task, who) if who is not None else None
    made = task.verb("made", token.lemma) or token.lower in task.rules.words["of_us"]
    if tree.last > LONGEST or task.sparing or not made:
        return None
    placed = token.lower == "based" and after.lower == "in"
    ours = placed or token.lower in task.rules.words["of_us"]
    is_ = "we were" if token.lower in _BEGUN else "we are" if ours else "what we offer is"
    return _it(f"{is_} {task.small(tree.words(0, tree.last))}")


def _it(clause: str) -> Reading:
    return Reading("because", {"clause": clause, "Clause": capital(clause)})


def _adjective(task: Task) -> Reading | None:
    """Turn "easy to run on any cloud" to its reason."""
    tree = task.tree
    root, first = tree.root, tree.tokens[0]
    if task.sparing or tree.last > LONGEST or tree.child(root, *_FINITE) is not None:
        return None
    if first.pos not in ("ADJ", "ADV") or any(task.verb(group, first.lower) for group in _KNOWN):
        return None
    if root > _FIRST or any(tree.tokens[kid].pos in ("NOUN", "PROPN") for kid in tree.kids[root]):
        return None
    return _it(f"what we offer is {task.small(tree.words(0, tree.last))}")
