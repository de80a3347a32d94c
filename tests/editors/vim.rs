//! The syntax file of Vim and Neovim.

use super::words::{CARRY_ON, STATES, Words};

/// The syntax file, as it is kept.
pub fn syntax(words: &Words) -> String {
    let things: Vec<&str> = words.named.iter().chain(&words.either).chain(&words.unnamed).map(String::as_str).collect();
    let facts: Vec<&str> = words.chosen.iter().chain(&words.facts).map(String::as_str).collect();
    let (pairs, single): (Vec<&str>, Vec<&str>) = words.connectives.iter().map(String::as_str).partition(|word| word.contains(' '));
    let pairs: Vec<String> = pairs.iter().map(|pair| pair.replace(' ', r"\s\+")).collect();
    format!(
        r#"" Made from grammar/vocabulary. Change that, then run: UPDATE=1 cargo test --test editors
if exists("b:current_syntax")
  finish
endif

syntax iskeyword @,48-57,_,-,.
syntax sync minlines=200

" What is defined later wins: any word, then numbers, then the first word of a statement. A value may be a word that is a keyword elsewhere.
{words}
{states}
syntax match sharewrightWord /[A-Za-z][-A-Za-z0-9_.]*/ contains=sharewrightConnective,sharewrightState
{pairs}
syntax match sharewrightOpen /?/
syntax match sharewrightNumber /\<\d\+\%( \+\%(working-day\|minute\|hour\|day\|week\|month\|year\)s\?\)\?\>/
syntax match sharewrightNumber /\<\d\{{2}}:\d\{{2}}-\d\{{2}}:\d\{{2}}\>/
syntax match sharewrightNumber /\<\d\{{4}}-\d\{{2}}\%(-\d\{{2}}\%( \+\d\{{2}}:\d\{{2}}\)\?\)\?\>/

{things}
{facts}
syntax match sharewrightStart /^\s*\zs[A-Za-z][-A-Za-z0-9_]*/ contains=sharewrightThing,sharewrightFact
syntax match sharewrightStart /\%([{{}}]\s*\)\@<=[A-Za-z][-A-Za-z0-9_]*/ contains=sharewrightThing,sharewrightFact
syntax match sharewrightCarriedOn /^\s*\zs\%({carry_on}\)\ze[[:space:]"]/

" After a comma at the end of a line the list goes on, whatever word begins the next line.
syntax match sharewrightList /,\s*\%(#.*\)\?\n\%(\s*\%(#.*\)\?\n\)*\s*\%([A-Za-z][-A-Za-z0-9_.]*\)\?/ contains=sharewrightComment

syntax region sharewrightText start=/"/ skip=/\\./ end=/"/ end=/$/ oneline contains=@Spell
syntax region sharewrightText start=/"""/ end=/"""/ contains=@Spell
syntax region sharewrightText start=/“/ end=/”/ end=/$/ oneline contains=@Spell
syntax match sharewrightComment /#.*$/ contains=@Spell

highlight default link sharewrightThing Structure
highlight default link sharewrightFact Keyword
highlight default link sharewrightConnective Operator
highlight default link sharewrightCarriedOn Operator
highlight default link sharewrightState Constant
highlight default link sharewrightOpen Todo
highlight default link sharewrightNumber Number
highlight default link sharewrightText String
highlight default link sharewrightComment Comment

let b:current_syntax = "sharewright"
"#,
        words = lines("sharewrightConnective", " contained", &single),
        pairs = format_args!(r"syntax match sharewrightConnective /\<\%({})\>/", pairs.join(r"\|") + r"\"),
        states = lines("sharewrightState", " contained", &STATES),
        things = lines("sharewrightThing", " contained", &things),
        facts = lines("sharewrightFact", " contained", &facts),
        carry_on = CARRY_ON.join(r"\|"),
    )
}

/// `syntax keyword` statements of a length that can be read.
fn lines(group: &str, how: &str, words: &[&str]) -> String {
    words.chunks(12).map(|words| format!("syntax keyword {group}{how} {}", words.join(" "))).collect::<Vec<_>>().join("\n")
}
