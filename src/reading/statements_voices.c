/* Statements: who a phrase means as a speaker.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A speaker is a person who holds an office or has a state, a government, a ministry, a body.
 * Newspapers and companies report and advertise; people in the street are nobody's voice. A phrase
 * that mentions left open ("a spokesman for the ministry", "officials") takes the code of what
 * hangs on it or, where it stands alone, of the body of its kind that was named before, of the
 * sentence's subject, of the capital in the dateline. */
#include "reading/statements.h"

enum {
    NAMED_BEFORE = 64,  /* people that an office alone may mean */
    HOME_SENTENCES = 6, /* in which a dateline may stand */
    HOME_WORDS = 8,     /* longest dateline: "Tallinn, 14 September 2021" */
};

static const reading_referents *referents(const statements_stage *st, int16_t phrase)
{
    return &st->r->referents[st->sentence][phrase];
}

/* --------------------------------------------------------------------------- what a phrase is */

/** The agent's word or office that ends at the phrase's head. */
static bool agent_sector(const statements_stage *st, int16_t phrase, slice *sector)
{
    const reading_state *r = st->r;
    const syntax_phrase *p = &st->s.phrases[phrase];
    const text_token *tokens = r->report->tokens + st->t->first;
    for (size_t w = p->first; w <= p->head; w++) {
        uint32_t count = 0;
        bool plural = false;
        kb_office_hit office;
        if (kb_find_agent(r->engine->kb, r->text, tokens + w, p->end - w, sector, &count,
                          &plural) &&
            w + count > p->head)
            return true;
        if (kb_find_office(r->engine->kb, r->text, tokens + w, p->end - w, &office) &&
            w + office.tokens > p->head) {
            *sector = office.sector;
            return true;
        }
    }
    return false;
}

/** "the Tánaiste's office", "the delegation": speak for whom they belong to. */
static bool voices_owner(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {"office",     "spokesman",    "spokeswoman", "spokesperson",
                                        "delegation", "statement",    "mission",     "embassy",
                                        "side",       "spokespeople", "army",        "command",
                                        "police",     "communique",   "communiqué",  "readout",
                                        "ministry",   "department",   "party",       NULL};
    return statements_is(st, st->s.phrases[phrase].head, heads);
}

static const reading_who *coded(const statements_stage *st, int16_t phrase)
{
    if (phrase < 0)
        return NULL;
    const reading_referents *ref = referents(st, phrase);
    return ref->count && ref->items[0].code.len ? &ref->items[0] : NULL;
}

/** "that body", "the organisation". */
static bool is_body(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {
        "body", "organisation", "organization", "bloc", "agency", "alliance", NULL};
    return statements_is(st, st->s.phrases[phrase].head, heads);
}

/** The body of the same kind that was named before: "the ministry". */
static const reading_who *named_before(const statements_stage *st, int16_t phrase)
{
    static const char *const definite[] = {"the", "our", "its", "their", "this", "that", NULL};
    const syntax_phrase *p = &st->s.phrases[phrase];
    if (!statements_is(st, p->first, definite) || st->s.words[p->head].tag == SYNTAX_NNS)
        return NULL;
    uint64_t key = is_body(st, phrase) ? 0 : text_key(st->s.words[p->head].lemma);
    for (size_t i = 0; i < st->voice_count; i++)
        if (st->voices[i].head == key)
            return &st->voices[i].who;
    return NULL;
}

/** Bodies abroad: the place after "in" is not whose they are. */
static bool stands_abroad(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {"embassy",    "consulate", "general",  "ambassador",
                                        "mission",    "envoy",     "delegate", "delegation",
                                        "negotiator", NULL};
    return statements_is(st, st->s.phrases[phrase].head, heads);
}

/** Whom the phrases right behind this one name: "of Peru", "for the ministry", "in Lima". */
static const reading_who *attached_owner(const statements_stage *st, int16_t phrase)
{
    static const char *const places[] = {"in", "at", NULL};
    static const char *const links[] = {"of", "for", "from", "in", "at", NULL};
    size_t end = st->s.phrases[phrase].end;
    for (int16_t q = (int16_t)(phrase + 1); (size_t)q < st->s.phrase_count; q++) {
        const syntax_phrase *p = &st->s.phrases[q];
        bool linked =
            p->preposition >= 0 && (size_t)p->preposition == end && statements_is(st, end, links);
        if (!linked && p->possessor < phrase)
            break;
        end = p->end;
        const reading_who *who = coded(st, q);
        if (!who)
            who = named_before(st, q);
        if (who && !(linked && stands_abroad(st, phrase) &&
                     statements_is(st, (size_t)p->preposition, places)))
            return who;
    }
    return NULL;
}

/** "the Heads of State", "the interlocutors" where the report is about two: both of them. */
static bool speaks_for_both(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {"ministers", "presidents", "leaders",       "heads",
                                        "sides",     "parties",    "interlocutors", "delegations",
                                        "diplomats", "officials",  "principals",    NULL};
    static const char *const the[] = {"the", NULL};
    const syntax_phrase *p = &st->s.phrases[phrase];
    return st->r->pair[1].len && statements_is(st, p->first, the) &&
           statements_is(st, p->head, heads) && p->preposition < 0 && p->possessor < 0;
}

/** "They" behind a sentence that such a phrase begins. */
static bool continues_both(const statements_stage *st, int16_t phrase)
{
    static const char *const they[] = {"they", "both", NULL};
    return st->both_in > 0 && st->both_in + 1 >= st->sentence &&
           statements_is(st, st->s.phrases[phrase].head, they);
}

bool statements_is_paper(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {"statement", "resolution", "declaration", "communique",
                                        "letter",    "note",       "message",     "tweet",
                                        "speech",    "communiqué", "text",        NULL};
    return phrase >= 0 && statements_is(st, st->s.phrases[phrase].head, heads);
}

static void keep_voice(statements_stage *st, uint64_t key, const reading_who *who)
{
    size_t i = 0;
    while (i < st->voice_count && st->voices[i].head != key)
        i++;
    if (i == STATEMENTS_MAX_VOICES)
        i--;
    st->voices[i] = (statements_voice){key, *who};
    if (i == st->voice_count)
        st->voice_count++;
}

void statements_remember(statements_stage *st)
{
    for (size_t i = 0; i < st->s.clause_count; i++) {
        int16_t subject = st->s.clauses[i].subject, object = st->s.clauses[i].object;
        const reading_who *issuer = coded(st, subject);
        if (issuer && statements_is_paper(st, object) && !referents(st, subject)->owned)
            keep_voice(st, text_key(st->s.words[st->s.phrases[object].head].lemma), issuer);
        if (subject >= 0 && referents(st, subject)->count == 0 &&
            (speaks_for_both(st, subject) || continues_both(st, subject)))
            st->both_in = st->sentence;
    }
    for (size_t q = 0; q < st->s.phrase_count; q++) {
        const reading_who *who = coded(st, (int16_t)q);
        slice sector;
        if (!who && st->s.phrases[q].possessor >= 0)
            who = coded(st, st->s.phrases[q].possessor);
        if (!who)
            who = attached_owner(st, (int16_t)q);
        if (!who || who->person >= 0 || who->state_only)
            continue;
        uint32_t head = statements_token(st, st->s.phrases[q].head);
        if (who->entry >= 0 && !referents(st, (int16_t)q)->owned &&
            kb_entry_at(st->r->engine->kb, (uint32_t)who->entry).kind == KB_IGO) {
            keep_voice(st, 0, who);
            keep_voice(st, st->r->report->tokens[head].key, who);
        }
        if (agent_sector(st, (int16_t)q, &sector))
            keep_voice(st, text_key(st->s.words[st->s.phrases[q].head].lemma), who);
    }
}

/** Of a phrase that stands alone: whom the sentence's main clause is about. */
static const reading_who *context_owner(const statements_stage *st, int16_t phrase)
{
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        const reading_who *who = c->subject == phrase ? NULL : coded(st, c->subject);
        if (c->parent < 0 && who && !referents(st, c->subject)->owned)
            return who;
    }
    return NULL;
}

/** "Beijing, November 9 --": a dateline before the first sentence. */
static bool opens_with_dateline(const reading_state *r, const text_sentence *s)
{
    static const char *const dashes[] = {"-", "--", "–", "—", NULL};
    uint32_t end = s->count < HOME_WORDS + 4 ? s->first + s->count : s->first + HOME_WORDS + 4;
    for (uint32_t t = s->first + 1; t < end; t++)
        if (statements_token_is(r, t, dashes))
            return (r->report->tokens[t - 1].flags & TEXT_SPACE_AFTER) &&
                   (r->report->tokens[t].flags & TEXT_SPACE_AFTER);
    return false;
}

void statements_find_home(statements_stage *st)
{
    const reading_state *r = st->r;
    for (size_t i = 0; i < r->hits.count; i++) {
        const reading_hit *h = &r->hits.items[i];
        if (h->sentence >= HOME_SENTENCES)
            return;
        const text_sentence *s = &r->report->sentences[h->sentence];
        bool line = s->count <= HOME_WORDS && r->parsed[h->sentence].clause_count == 0;
        if (!s->title && h->kind == KB_CAPITAL && h->token == s->first &&
            (line || opens_with_dateline(r, s))) {
            st->home = kb_entry_at(r->engine->kb, h->entry).code;
            return;
        }
    }
}

/** "The ministry underlines", "a foreign ministry spokesperson": in a report from the capital. */
static bool at_home(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {"ministry",   "spokesperson", "spokesman", "spokeswoman",
                                        "government", "department",   NULL};
    return st->home.len && statements_is(st, st->s.phrases[phrase].head, heads);
}

/** The code of an agent whom mentions left open. */
static bool resolve_agent(const statements_stage *st, int16_t phrase, reading_who *who)
{
    slice sector = {0};
    bool agent = agent_sector(st, phrase, &sector);
    const reading_who *owner = NULL;
    if (!agent && !voices_owner(st, phrase)) {
        owner = named_before(st, phrase);
        if (owner)
            *who = *owner;
        return owner != NULL;
    }
    if (referents(st, phrase)->owned)
        owner = coded(st, phrase);
    if (!owner)
        owner = attached_owner(st, phrase);
    if (!owner)
        owner = coded(st, st->s.phrases[phrase].possessor);
    if (!owner)
        owner = named_before(st, phrase);
    if (!owner && agent)
        owner = context_owner(st, phrase);
    if (!owner && !at_home(st, phrase))
        return false;
    *who = (reading_who){owner ? owner->code : st->home, sector.len ? sector : SLICE("GOV"), -1,
                         owner ? owner->entry : -1, false};
    return true;
}

/** "the Secretary": the person named last before whose office has that word ("Secretary of State").
 * @return -1 where there is none. */
static int32_t titled_before(const statements_stage *st, int16_t phrase)
{
    static const char *const the[] = {"the", NULL};
    const reading_state *r = st->r;
    const syntax_phrase *p = &st->s.phrases[phrase];
    uint64_t head = r->report->tokens[statements_token(st, p->head)].key;
    if (!statements_is(st, p->first, the) || p->end - p->first != 2)
        return -1;
    size_t count = r->people.count, from = count > NAMED_BEFORE ? count - NAMED_BEFORE : 0;
    uint32_t here = statements_token(st, p->first), best = 0;
    int32_t found = -1;
    for (size_t i = from; i < count; i++) {
        const reading_person *person = &r->people.items[i];
        bool titled = false;
        for (size_t k = 0; k < person->offices.count && !titled; k++)
            for (uint32_t t = 0; t < person->offices.items[k].count; t++)
                titled =
                    titled || r->report->tokens[person->offices.items[k].token + t].key == head;
        for (size_t k = 0; titled && k < person->mentions.count; k++) {
            uint32_t token = person->mentions.items[k].token;
            if (token >= here || token < best)
                continue;
            best = token;
            found = (int32_t)i;
        }
    }
    return found;
}

/** Groups that speak for a state or a movement. */
static bool sector_speaks(slice sector)
{
    static const char *const sectors[] = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY",
                                          "OPP", "REB", "UAF", "PRM", "HRI", "ELI", NULL};
    return sector.len == 0 || statements_lemma_is(sector, sectors);
}

/** "a Manila daily", "state television": reports what others say. */
static bool is_press(const statements_stage *st, int16_t phrase)
{
    static const char *const heads[] = {
        "daily",      "newspaper", "newspapers", "paper",       "papers",  "magazine", "agency",
        "television", "radio",     "media",      "broadcaster", "tabloid", "weekly",   "channel",
        "press",      "website",   "outlet",     "blog",        "station", NULL};
    const syntax_phrase *p = &st->s.phrases[phrase];
    return statements_is(st, p->head, heads) || statements_is(st, p->end, heads);
}

static bool may_speak(const statements_stage *st, int16_t phrase, const reading_who *who)
{
    if (who->person >= 0)
        return who->code.len || st->r->people.items[who->person].offices.count;
    if (who->code.len == 0 || is_press(st, phrase) || slice_equal(who->code, SLICE("MNC")) ||
        slice_equal(who->sector, SLICE("JRN")) || slice_equal(who->sector, SLICE("BUS")))
        return false;
    uint32_t head = statements_token(st, st->s.phrases[phrase].head);
    return st->r->hit_at[head] >= 0 || sector_speaks(who->sector);
}

/** "We" of a report that one person signs is the one who signs. */
static void signed_we(const statements_stage *st, int16_t phrase, reading_who *who)
{
    static const char *const we[] = {"we", NULL};
    if (st->r->author >= 0 && st->r->authors.count == 0 &&
        statements_is(st, st->s.phrases[phrase].head, we))
        who->person = st->r->author;
}

static bool speaker_alone(const statements_stage *st, int16_t phrase, reading_who *who)
{
    const reading_referents *ref = referents(st, phrase);
    bool open = ref->count == 0 || ref->owned || ref->place_only;
    int32_t person = ref->count == 0 ? titled_before(st, phrase) : -1;
    if (person >= 0) {
        const reading_person *p = &st->r->people.items[person];
        *who = (reading_who){p->code, p->sector, person, -1, false};
        return true;
    }
    bool nobody = ref->count == 0 || (ref->pronoun && !sector_speaks(ref->items[0].sector));
    if (nobody && (speaks_for_both(st, phrase) || continues_both(st, phrase))) {
        *who = (reading_who){.person = -1, .entry = -1};
        return true;
    }
    if (open && !resolve_agent(st, phrase, who))
        return false;
    if (!open)
        *who = ref->items[0];
    for (uint32_t i = 1; !open && i < ref->count; i++) {
        if (!slice_equal(ref->items[i].code, who->code))
            who->code = (slice){0};
        who->person = who->entry = -1;
    }
    if (!open && ref->count > 1)
        return true;
    signed_we(st, phrase, who);
    return may_speak(st, phrase, who);
}

bool statements_speaker(const statements_stage *st, int16_t phrase, reading_who *who, span *where)
{
    if (phrase < 0 || !speaker_alone(st, phrase, who))
        return false;
    *where = reading_phrase_span(st->r, st->sentence, phrase);
    int16_t last = phrase;
    for (int16_t q = (int16_t)(phrase + 1); (size_t)q < st->s.phrase_count; q++) {
        reading_who other;
        if (st->s.phrases[q].conjoined != last || st->s.phrases[q].preposition >= 0)
            continue;
        last = q;
        if (!speaker_alone(st, q, &other))
            continue;
        if (!slice_equal(other.code, who->code))
            who->code = (slice){0};
        who->person = who->entry = -1;
    }
    return true;
}

/** A name or an agent whose last word stands right before `end`. */
static bool speaker_ending(const statements_stage *st, const syntax_phrase *p, size_t end,
                           reading_who *who)
{
    const reading_state *r = st->r;
    uint32_t last = statements_token(st, end - 1);
    int32_t hit = r->hit_at[last], person = r->person_at[last];
    if (person >= 0) {
        const reading_person *named = &r->people.items[person];
        *who = (reading_who){named->code, named->sector, person, -1, false};
        return named->code.len > 0;
    }
    if (hit >= 0 && st->s.words[end - 1].tag != SYNTAX_JJ) {
        *who = reading_who_entry(r, &r->hits.items[hit]);
        return who->code.len > 0;
    }
    slice sector = {0};
    uint32_t count = 0;
    bool plural = false, agent = false;
    for (size_t w = p->first; w < end && !agent; w++)
        agent = kb_find_agent(r->engine->kb, r->text, r->report->tokens + statements_token(st, w),
                              end - w, &sector, &count, &plural) &&
                w + count == end;
    for (size_t w = p->first; agent && w < end; w++) {
        hit = r->hit_at[statements_token(st, w)];
        if (hit < 0)
            continue;
        *who = reading_who_entry(r, &r->hits.items[hit]);
        who->sector = sector;
        return who->code.len > 0;
    }
    for (size_t i = 0; agent && i < st->voice_count; i++)
        if (st->voices[i].head == r->report->tokens[last].key) {
            *who = st->voices[i].who;
            return true;
        }
    return false;
}

bool statements_speaker_within(const statements_stage *st, int16_t phrase, size_t end,
                               reading_who *who, span *where)
{
    const syntax_phrase *p = &st->s.phrases[phrase];
    if (p->attached >= 0 && statements_speaker(st, p->attached, who, where))
        return true;
    *where = reading_span(st->r, statements_token(st, p->first), (uint32_t)(end - p->first));
    return speaker_ending(st, p, end, who) && !slice_equal(who->sector, SLICE("JRN")) &&
           !slice_equal(who->sector, SLICE("BUS"));
}
