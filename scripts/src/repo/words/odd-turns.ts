/** A turn of phrase that makes prose sound translated. */
export interface OddTurn {
  readonly pattern: RegExp;
  /** What an engineer would write in its place. */
  readonly suggestion: string;
  /** A sentence that the pattern finds. */
  readonly example: string;
}

/** The list behind `pnpm words`. Patterns ignore case; a lookaround spares the idiomatic use of the same words. */
export const ODD_TURNS: readonly OddTurn[] = [
  // Negation
  {
    pattern: /(?<!\bthere )\b(is|are|was|were|be) no (?!longer\b|more\b|doubt\b|better\b|different\b|worse\b)/,
    suggestion: "is not a …, is not valid …",
    example: "The body is no JSON.",
  },
  {
    pattern: /(?<!\bthere )\b(is|are|was|were) none\b/,
    suggestion: "is not one, invalid …",
    example: "Port 7 is none.",
  },
  {
    pattern: /\bnone (came|comes|is|was|that|has|can|knows)\b/,
    suggestion: "without …, if there is no …",
    example: "Undefined if none came.",
  },
  { pattern: /\bnothing (but|of|else than)\b/, suggestion: "only …, no …", example: "It takes nothing but a URL." },
  {
    pattern: /\b(every|all|any|no|nothing|anything|none) (\w+ )?but (?!not\b)/,
    suggestion: "except",
    example: "Every command but this runs.",
  },
  {
    pattern: /\band (nothing else|no others?|none other|nothing more)\b/,
    suggestion: "only",
    example: "It reads the header and nothing else.",
  },
  {
    pattern: /\b(is|are|was|were) not there\b/,
    suggestion: "is missing, does not exist",
    example: "A key is not there.",
  },
  {
    pattern: /\b(that|which|what|who) (is|are|was|were) there\b/,
    suggestion: "existing, present",
    example: "It reads the files that are there.",
  },

  // Actors without a name
  { pattern: /\bwho(so)?ever\b/, suggestion: "name the actor: the caller, the user", example: "Whoever leaves early." },
  { pattern: /\bwhatever\b/, suggestion: "any …, regardless of …", example: "It keeps whatever comes." },
  { pattern: /\bnobody\b/, suggestion: "no caller, no user, no server", example: "A port that nobody uses." },
  { pattern: /\b(somebody|anybody)\b/, suggestion: "name the actor", example: "Somebody waits for it." },
  {
    pattern: /(?<=^|[;:,.] )who \w+s\b/,
    suggestion: "a caller that …",
    example: "Limits calls; who comes later waits.",
  },
  {
    pattern:
      /(?<=^|[,;:.] |\b(what|where|if|when|because|as|than) )one (asks|sees|reads|writes|may|can|must|has|needs|would|gets|likes)\b/,
    suggestion: "you …",
    example: "If one reads the key twice.",
  },
  {
    pattern: /\bhowever (long|many|deep|often|slow|large|big|it|they|he)\b/,
    suggestion: "regardless of …, of any length",
    example: "Reads a body, however long.",
  },

  // Relative clauses in the place of a noun
  { pattern: /^what (?!if\b)[a-z]+ /, suggestion: "name the thing", example: "What a client has." },
  {
    pattern: /\b(of|in|from|for|with|by|to|than|on) what (is|was|are|were|has|had|came|comes|cannot|can|may|does|no)\b/,
    suggestion: "name the thing",
    example: "A list of what is missing.",
  },
  {
    pattern: /[;.] what (is|was|are|were|has|had|came|comes|cannot|can|may|does|no|they|it|the)\b(?![^.]*\?)/,
    suggestion: "name the thing",
    example: "The names; what is absent stays.",
  },
  {
    pattern: /\b(is|are|be) (that|those) of\b/,
    suggestion: "repeat the noun",
    example: "The sum is that of the file.",
  },
  {
    pattern: /\bwhere (there (is|are|was|were)|none|no |it (has|can|does)\b)/,
    suggestion: "if …, when …, unless …",
    example: "Undefined where there is nothing to read.",
  },
  { pattern: /\bfor where\b/, suggestion: "for … in which", example: "For where every byte counts." },

  // Turns that English does not have
  { pattern: /\ball the same\b/, suggestion: "anyway, still", example: "It is called all the same." },
  {
    pattern: /\bof (its|one's|their|his|her|your|my|our|the \w+'s) own\b/,
    suggestion: "its own …, a separate …",
    example: "In a folder of its own.",
  },
  {
    pattern: /\b(go|goes|going|went|gone) on\b/,
    suggestion: "continues, resumes",
    example: "The list goes on with page 2.",
  },
  { pattern: /\bmeanwhile\b/, suggestion: "in the meantime, new …", example: "Items that came meanwhile." },
  {
    pattern: /\b(let|lets|letting) (\w+ )?(be|alone|go)\b/,
    suggestion: "does not touch, cancels, releases",
    example: "The rest is let be.",
  },
  {
    pattern: /\b(leave|leaves|left|leaving) (\w+ ){0,3}alone\b/,
    suggestion: "does not change",
    example: "It leaves the others alone.",
  },
  {
    pattern: /\b(am|is|are|was|were|be|been|being) told\b|\btold of\b|^told\b/,
    suggestion: "is called with, receives",
    example: "A hook that is told of each attempt.",
  },
  {
    pattern: /\b(tell|tells|told) (\w+ ){1,4}(from (that|those|the|a|an|each)|apart)\b/,
    suggestion: "distinguishes",
    example: "It tells two errors apart.",
  },
  {
    pattern: /\basked for\b|\b(is|are|was|were|be) asked\b/,
    suggestion: "requested",
    example: "A page other than the one asked for.",
  },
  {
    pattern: /\basks? (the|an|no|its|each|every|a|once|about|twice)\b/,
    suggestion: "requests, reads, needs",
    example: "It asks an address.",
  },
  {
    pattern: /\bholds? (a|an|the|no|any|every|each|its|all|only|nothing|what|more|one|two|it|them|both|types|null)\b/,
    suggestion: "contains, checks, enforces",
    example: "The document holds a key.",
  },
  {
    pattern: /\bas (it|they) (is|are|was|were|stands?|came|comes?|goes?)\b(?! (not|now|in|on|at)\b)/,
    suggestion: "unchanged, as is",
    example: "The text stays as it is.",
  },
  {
    pattern: /\b(stay|stays|stayed) (what|as|that)\b/,
    suggestion: "does not change, remains",
    example: "A hash stays what it is.",
  },
  { pattern: /\ba (thing|matter) of\b/, suggestion: "depends on, belongs to", example: "That is a thing of the past." },
  {
    pattern: /\b(under way|on (its|the|their) way)\b/,
    suggestion: "in progress, pending, in flight",
    example: "Uploads under way are saved.",
  },
  {
    pattern: /\b(stand|stands|stood) (there|in|at|where|alone|between|beside|before|last|behind|once|here|under|on)\b/,
    suggestion: "is, appears, is listed",
    example: "The name stands in the table.",
  },
  { pattern: /\bonce more\b|\banew\b/, suggestion: "again", example: "It reads the file once more." },
  { pattern: /\b(by|of) itself\b/, suggestion: "on its own, automatically", example: "The process ends by itself." },
  {
    pattern: /\bin (the|its|their) place\b/,
    suggestion: "instead of",
    example: "A transport in the place of another.",
  },
  { pattern: /\b(come|comes|came) to\b/, suggestion: "adds up to, is, results in", example: "What the sum comes to." },
  {
    pattern: /\bgives? back\b|\b(hand|hands|handed|handing) (on|out|over|back)\b/,
    suggestion: "returns, passes",
    example: "The error is handed on.",
  },
  {
    pattern: /\bthat gives? (it|the|a|an|one|them|no)\b/,
    suggestion: "that returns, that provides",
    example: "A function that gives the key.",
  },
  { pattern: /\bin silence\b/, suggestion: "silently", example: "Nothing is lost in silence." },
  { pattern: /\bmend(s|ed|ing)?\b/, suggestion: "fix", example: "Mend the document." },
  { pattern: /\bto the letter\b/, suggestion: "exactly", example: "It has the template to the letter." },
  { pattern: /\bspeaks? of\b/, suggestion: "describes, mentions", example: "The README speaks of it." },
  { pattern: /\bbe had\b/, suggestion: "is available", example: "The port can be had again." },
  { pattern: /\b(to be (found|seen)|(is|are) to be)\b/, suggestion: "must be, is", example: "It is to be read once." },
  { pattern: /\bsays? so\b/, suggestion: "reports it", example: "A test says so." },
  { pattern: /\bharm(s|ed|ing)?\b/, suggestion: "is safe to …, breaks", example: "A retry does no harm." },
  { pattern: /\b(is|are|was|were) wanted\b/, suggestion: "needed, requested", example: "Nothing of it is wanted." },
  { pattern: /\bpromised\b/, suggestion: "declared, expected", example: "The JSON that was promised." },
  { pattern: /\bbelieves?\b/, suggestion: "follows, relies on", example: "It believes the document." },
  {
    pattern: /\bknows? (of|no|nothing)\b/,
    suggestion: "does not depend on, contains",
    example: "It knows no endpoint.",
  },
  {
    pattern: /\b(take|taken) for (a|an|the)\b/,
    suggestion: "mistaken for, read as",
    example: "It is taken for a name.",
  },
  { pattern: /\btakes? (\w+ ){1,4}along\b/, suggestion: "includes, sends", example: "It takes the key along." },
  {
    pattern: /\bso (is|are|does|do|has) (that|those)\b/,
    suggestion: "also",
    example: "And so does that.",
  },
  { pattern: /\belsewhere than\b/, suggestion: "somewhere other than", example: "To start elsewhere than here." },
  { pattern: /\bas [\w-]+ has it\b/, suggestion: "as … does", example: "In the form, as openapi-fetch has it." },
  { pattern: /\b(a text|texts)\b/, suggestion: "a string, text, a message", example: "Compares two texts." },
  { pattern: /\bpatien(t|ce)\b/, suggestion: "timeout, wait", example: "More patience on slow machines." },
  { pattern: /\b(likewise|thereof|therein|thereby|shall)\b/, suggestion: "also, must", example: "It runs likewise." },

  // The field's word
  {
    pattern: /\banswer(s|ed|ing)?\b/,
    suggestion: "response, responds, returns",
    example: "The server answers with 503.",
  },
  { pattern: /\babandon(s|ed|ing)?\b/, suggestion: "cancel", example: "The body is abandoned." },
];
