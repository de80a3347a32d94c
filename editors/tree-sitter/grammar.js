// The Tree-sitter grammar of the agreement language, for editors: files that end in .isa, .sop or .disclosure.
//
// It follows src/syntax/scan.rs and grammar/agreement.pest: statements in nested blocks, a keyword first, then any parts. It knows no keyword;
// queries/highlights.scm does, and that is made from grammar/vocabulary.
//
// A statement ends with its line. Three things carry it on: a comma at the end of the line, a next line that begins with `else`, `because` or
// `source`, and a block that opens on a later line. Which of these it is, only the next word tells; until then the parser follows all of them.
// That needs no code of its own in C.

/// What spaces are between the parts of a statement.
const SPACE = /[ \t\r\u00A0\uFEFF]/;

/// Words that carry a statement on when they begin a line.
const CARRY_ON = ['else', 'because', 'source'];

module.exports = grammar({
  name: 'sharewright',

  extras: ($) => [SPACE, $.comment],

  // `because` is such a word only as a whole: `because-of` is a keyword like any other.
  word: ($) => $._name,

  conflicts: ($) => [[$._head], [$._fact, $._thing]],

  rules: {
    file: ($) => optional($._statements),

    block: ($) => seq('{', optional($._statements), '}'),

    // A fact ends with its line, or before the brace that closes the block around it; a thing ends with its own block.
    _statements: ($) =>
      choice(
        seq(repeat1(choice($._line_end, seq(alias($._fact, $.statement), $._line_end), alias($._thing, $.statement), $.block)), optional(alias($._fact, $.statement))),
        alias($._fact, $.statement),
      ),

    _fact: ($) => $._head,
    _thing: ($) => prec.dynamic(1, seq($._head, repeat($._line_end), field('block', $.block))),

    _head: ($) => seq(choice(seq(field('keyword', $.keyword), optional($._values)), $._other, $._comma), optional($._parts)),

    keyword: ($) => choice($._name, ...CARRY_ON),

    _name: (_) => /[A-Za-z][A-Za-z0-9_-]*/,

    // The words that stand right after the keyword: a name, or words of a list.
    _values: ($) => prec.right(1, choice(field('value', $.word), seq($._values, $._comma, optional(field('value', $.word))))),

    _parts: ($) => repeat1(choice($.word, $._other, $._comma, seq($._line_end, $.carried_on, choice($.word, $._other)))),

    carried_on: (_) => prec.dynamic(1, choice(...CARRY_ON)),

    _other: ($) => choice($.text, $.block_text, $.curly_text, $.unclosed_text, $.clock, $.date, $.period, $.number, $.hole, $.unreadable),

    // After a comma the list goes on, over lines and blank lines.
    _comma: ($) => prec.right(1, choice($.comma, seq($._comma, $._line_end))),
    comma: (_) => ',',

    _line_end: (_) => /\n/,

    comment: (_) => token(/#([^\r\n]|\r+[^\r\n])*/),

    word: (_) => /[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*/,

    // A text is closed on its line, with a backslash before a mark inside it.
    text: (_) => token(/"([^"\\\n]|\\[^\n])*"/),
    block_text: (_) => token(prec(1, /"""([^"]|"[^"]|""[^"])*"""/)),
    curly_text: (_) => token(/\u201C[^\u201D\n]*\u201D/),
    // One that is not closed ends with its line, but a brace at the end of the line still opens a block.
    unclosed_text: (_) =>
      token(
        choice(
          /"([^"\\\r\n{]|\\[^\n]|[{\r]+[ \t]*[^ \t\r\n"\\{])*/,
          /"""([^\r\n{]|[{\r]+[ \t]*[^ \t\r\n{])*/,
          /\u201C([^\u201D\r\n{]|[{\r]+[ \t]*[^ \t\r\n\u201D{])*/,
        ),
      ),

    clock: (_) => /[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}/,
    date: (_) => /[0-9]{4}-[0-9]{2}(-[0-9]{2}( +[0-9]{2}:[0-9]{2})?)?/,
    period: (_) => /[0-9]+ +(working-day|minute|hour|day|week|month|year)s?/,
    number: (_) => /[0-9]+/,
    hole: (_) => '?',

    // What has no place in a statement. It hides nothing of what follows.
    unreadable: (_) => token(choice(/[0-9][A-Za-z0-9_-]*/, /[^\s\u00A0\uFEFFA-Za-z0-9"\u201C{}#,?]/)),
  },
});
