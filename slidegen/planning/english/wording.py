"""The words by which an English sentence shows where it may be cut.

There is no grammar behind them: a clause is known by the words that begin it and by a verb
that only a clause can have. Where that is doubtful a word is left out, since a sentence
that is not cut does less harm than one cut wrongly.
"""

from __future__ import annotations

from slidegen.patterns import compiled


def _one_of(words: str) -> str:
    """*words* as an alternative: each a word, or several joined by `_`."""
    return "|".join(word.replace("_", " ") for word in words.split())


AUXILIARIES = _one_of(
    "is are was were am has have had will would can cannot could must should shall may might "
    "does do did"
)
FINITE = f"{AUXILIARIES}|" + _one_of(
    """
    need needs remain remains remained become becomes became include includes grew fell rose came
    went took gave made built brought began held kept led left lost met paid put ran saw sent set
    showed spent stood told thought won wrote knew found got cut cost costs drew drove heard meant
    means mean sold taught understood want wants know believe think hope thank owe call ask expect
    expects require requires provide provides allow allows help helps make makes give gives gets
    take takes show shows say says seek seeks sets work works use uses supports apply applies
    covers contains consists depend depends offer offers recommend recommends establishes accounts
    relates leads begins starts ends runs brings keeps holds stands comes goes lies serve serves
    deserve deserves pay pays live lives owns face faces plays belongs matters exist exists calls
    aims reflects represents
    """
)
PAST = _one_of(
    """
    increased decreased dropped reached passed exceeded surpassed totalled totaled averaged
    doubled tripled stayed returned happened arrived died failed agreed decided asked wanted
    started opened closed moved worked lived declined improved recovered expanded ended continued
    turned joined narrowed widened slowed accelerated stabilised stabilized resumed finished
    """
)
VERB = compiled(
    rf"(?i)(?:\b(?:{FINITE}|{PAST})\b|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b(?= \w)|"
    r"\b[a-z]{3,}ed\b(?= (?:the|an?|our|their|his|her|its|this|that|more|over|nearly|about|all|no|"
    r"every|each|us|them|it|me|\d)))"
)
"""A verb that tells of a clause, if a noun cannot stand in its place. Other words in -ed are
participles as often as not: `services provided by schools`."""
LIKELY_VERB = compiled(rf"{VERB.pattern}|\b[a-z]{{3,}}ed\b")
"""The same where a clause has begun already."""
RELATIVE = compiled(
    rf"(?i)\b(?:who|which|that|where|whose \w+)(?: \w+){{0,2}}? (?:{FINITE}|\w+ed|\w+s)\b"
    r"(?: (?:be|been|not|also|\w+ed|\w+ing)\b)*"
)
"""A relative clause up to its verb, which is no verb of the clause around it."""
BEFORE_NOUN = compiled(r"(?i)\b(?:the|a|an|of|our|their|its|to|and|by|for|in|with|more|most)$")
"""Behind one of these it is a noun or a participle: `the cost of`, `of displaced families`."""

SUBJECT_AND_VERB = compiled(rf"(?<=\w) (?:I|we|you|they|it|he|she) (?:{FINITE}|{PAST})\b")

PREPOSITIONS = _one_of(
    """
    in on at by for with without as after before since to from under through during over despite
    unlike according given of into including such among within beyond across throughout between
    """
)
SUBORDINATORS = _one_of(
    "when while if because although though once until unless whether where whereas that than"
)
NO_SUBJECT = compiled(
    rf"(?i)(?:{PREPOSITIONS}|{SUBORDINATORS}|{AUXILIARIES}|which|who|whose|whom|then|so|and|or|"
    rf"but|nor|"
    r"yet|not|only|even|just|be|been|\w+ing|especially|particularly|rather|also|how|what|why)\b"
)
"""What does not begin a main clause with its own subject."""
SETTING = compiled(
    rf"(?i)(?:{PREPOSITIONS}|{SUBORDINATORS}|whenever|wherever|instead|thanks|based|compared|"
    rf"having|being|"
    r"this|last|next|today|tonight|tomorrow|yesterday|now|here|\w+ing|\w+ly|each|every|subject|"
    r"effective|"
    r"due)\b"
)
"""What may open a sentence before its main clause."""
CONDITION = compiled(
    r"(?i)(?:if|unless|until|once|whenever|wherever|where|when|without|instead|unlike|except|to|"
    r"only|"
    r"rather|whether|because|since|provided)\b"
)
"""A setting without which the main clause says something else."""

DEEDS = _one_of(
    """
    demand get pass assist care collaborate consider contribute cooperate decide engage guide
    identify inform listen manage produce respond retain secure seek serve speak teach treat
    unlock welcome accelerate accept achieve add address adhere adopt advance apply appoint ask
    avoid back ban be begin boost bring build carry change check clean close collect combat
    complete conclude conduct connect consolidate continue convert create cut deepen defend
    deliver develop double draw drive encourage end enforce enhance ensure establish examine
    expand explore extend facilitate fight finish fix foster fund give grow guarantee help hire
    hold honour honor implement improve increase inspect install introduce invest investigate join
    keep launch lend lift limit lower maintain make meet modernise modernize monitor move offer
    open oppose pay plan plant prepare prevent promote protect provide publish pursue put raise
    ratify rebuild recruit reduce refine reform release remain remove renew reopen repair replace
    report require resist restore restrict review safeguard set share simplify speed spend
    stabilise stabilize start stay step stop streamline strengthen strive support tackle take test
    train transform turn update upgrade uphold use win work write
    """
)
DEED = compiled(
    r"(?:(?:also|then|further|fully|actively|resolutely|steadily) )?"
    rf"(?i:{DEEDS})\b(?! (?:of|is|are|was|were|has|have|will|and (?:\w+ ){{0,2}}(?:of|in|for))\b)"
)
"""What may be said without its subject, as of something to be done; never a noun: `support of`."""
MODAL = compiled(
    r"(?i)\b(?:will|shall|must|should|can|to|let us|let’s|let's|need to|have to|required to|"
    r"please)\b"
)
"""What deeds hang on: `we will open …, extend … and lend …`."""
URGED = compiled(
    r"(?i)\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed)|ask(?:s|ed)?|invite[sd]?|"
    r"requir(?:e|es|ed)|committed|decided|agreed|intend|plan|promise[sd]?|determined|pledge[sd]?|"
    r"(?:job|aim|goal|task|duty|plan|mission|intention|decision|commitment|priority) (?:is|was)|"
    r"it(?:[’']s| is) (?:(?:our|my|your|their) (?:job|task|duty)|time)"
    r")\b[^;:]*?\bto "
)
"""The deed behind it is demanded or promised: `we call on all States to`."""

REPORTED = compiled(
    r"\b(?:"
    + _one_of(
        """
        reports? reported note notes noted explains? explained says? said announces? announced
        announcing confirms? confirmed believes? believed known? knows shows? shown showed finds?
        found finding means? meant reminds? reminded reminded_you advise advises advised stress
        stresses stressed state states stated stating remember remembering think hope convinced
        clear true proud pleased glad delighted understand recognises? recognizes? recognised
        recognized estimates? estimated observed concluded heard learned realised realized likely
        certain sure fact point meaning truth_is truth_remains result_is result_was answer_is
        view_is
        """
    )
    + r"),? that,? (?=\w)"
)
"""`I am pleased to report that`: the statement behind it stands by itself."""
SPEAKERS_OWN = compiled(
    r"(?i)(?:let me|I|we|it|you|as|that|the (?:fact|truth|result|answer|point))\b"
)
"""A frame of the speaker's own; what others are said to have said is theirs."""
DENIED = compiled(
    r"(?i)\b(?:not|no|never|nobody|none|nothing|hardly|cannot|if|whether|unless|den(?:y|ied|"
    r"ies))\b|"
    r"n[’']t\b|\?$"
)
"""In a frame it turns the statement into another."""
RESULT = compiled(r"(?:,? (?:which|this) means(?: that)?|,? meaning that|,? so that) (?=\w)")

LOOSE = compiled(
    r"(?:and|but|so|yet) (?=\w)|(?:"
    + _one_of(
        """
        which who where whereas whereby while although though even because as_well_as as_part
        as_a_result including such_as with from up_from down_from compared \\w+ing especially
        particularly rather_than not(?!_only|_just|_merely|-) so_as_to so_that in_order_to backed
        supported followed led based thanks_to subject_to in_line_with
        """
    )
    + r")\b"
)
"""What may follow the comma at which a sentence is cut short."""
CONTRAST = compiled(r"(?:not|rather than) ")
"""A tail that says what is not meant, which is seldom said for nothing."""
MAY_INTERRUPT = compiled(
    r"(?:who|whom|whose|which|where|when|while|\w+ing|including|such as|with|as|even|not|"
    r"although|though|led|based|backed|supported)\b"
)
"""What may stand in the middle of a clause, so that the sentence goes on behind it."""
REASON = compiled(r" (?=(?:so that|because|whereas|in order to|so as to|as well as)\b)")
"""What may be cut off without a comma before it."""
RESTRICTION = compiled(
    rf" (?=(?:who|that (?:{FINITE}|\w+ed|we|they|you)(?! *$)|which|where|when|"
    r"to (?:ensure|make|help|support))\b)"
)
"""The same, at the cost of a thing being less narrowly named."""
NAMES_TOO_LITTLE = compiled(
    r"(?i)\b(?:"
    + _one_of(
        """
        those anyone everyone people any\\w* only no none nothing nobody ones? things? way such
        same first last so too not every\\w* all ever said \\w+ed is are was were say report note
        believe know think ensure means? recommends? agreed? see show hope fact time day case year
        half even just you me us them him her it \\w+ing requires? demands? suggests? argued
        required
        """
    )
    + r"|(?:an?|every|each|any|no|some|half)(?: [\w-]+){1,2})$"
)
"""Before a restriction: what says too much without it."""
IN_TAIL = compiled(r", (?:including|such as|with|especially) [^,]*$")
"""In a tail nothing is restricted: the whole tail can be left out."""
EXCEPTS = compiled(r"(?i)\W*(?:and )?(?:if|unless|except|only|until|provided)\b")
"""Without this the statement would be wrong."""
ANNOUNCES = compiled(
    r"(?i)\b(?:"
    + _one_of(
        """
        following follows below this these things areas steps ways points reasons goals priorities
        including are is be ask simple clear two three four five six
        """
    )
    + r")$"
)
"""Before a colon: what only announces the text behind it."""
APPOSITION = compiled(r"(?:a|an|one|up|down)\b")
SECOND_PREDICATE = compiled(
    rf"(?:is|are|was|were|has|have|had|will|must|now|{PAST}|"
    r"\w+ed (?:the|an?|from|to|by|in|on|at|with|for|into|that|its|our|their))\b"
)
VERB_WITHOUT_OBJECT = compiled(
    rf"\b(?:(?:will|shall|must|should|can|\w+ly) \w+|to (?:{DEEDS}|evaluate|test))$"
)
"""Before an `and`, what shares its object with the verb behind it: `to test and repair pumps`."""

FUNCTION_WORDS = compiled(
    "(?:"
    + _one_of(
        """
        about above after again against also among another because been before being between both
        could does done down during each every from further have having here into itself just many
        more most much must need only other others over same shall should some such than that
        their them then there these they this those through under until upon very well were what
        when where which while will with within would your ours
        """
    )
    + ")"
)


WORD_OR_NUMBER = compiled(r"[a-z]{4,}|\d[\d,.]*")
ENDING = compiled(r"(?<=[a-z]{4})(?:ies|es|s|ed|ing|y|e)$")


def content_words(words: str) -> frozenset[str]:
    """The words of four letters and more that carry the sense, and the numbers, without endings."""
    found = WORD_OR_NUMBER.findall(words.lower())
    return frozenset(_stem(word) for word in found if not FUNCTION_WORDS.fullmatch(word))


def _stem(word: str) -> str:
    """*word* without the ending by which its forms differ: plans, planned, planning."""
    return ENDING.sub("", word)
