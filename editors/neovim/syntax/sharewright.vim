" Made from grammar/vocabulary. Change that, then run: UPDATE=1 cargo test --test editors
if exists("b:current_syntax")
  finish
endif

syntax iskeyword @,48-57,_,-,.
syntax sync minlines=200

" What is defined later wins: any word, then numbers, then the first word of a statement. A value may be a word that is a keyword elsewhere.
syntax keyword sharewrightConnective contained counselling prosecution completion considered profession understood authority completed confirmed destroyed encrypted justified
syntax keyword sharewrightConnective contained listed-in necessary reference regulator respected consults evidence followed guidance identity imminent mentions
syntax keyword sharewrightConnective contained override protects relevant residual reviewed schedule because contact control default example grounds
syntax keyword sharewrightConnective contained jointly minutes missing outcome private removed serious setting support trained unasked urgency
syntax keyword sharewrightConnective contained version warrant advice agreed answer before covers danger enough ground longer notice
syntax keyword sharewrightConnective contained onward period raised remedy result review source states status tested unless update
syntax keyword sharewrightConnective contained within about after binds cause class count cycle doubt entry every feeds
syntax keyword sharewrightConnective contained first found hours issue level lifts means meets owner point shows split
syntax keyword sharewrightConnective contained stage under until using does duty else flow form from held item
syntax keyword sharewrightConnective contained kept kind need rank rule sees test then used what when with
syntax keyword sharewrightConnective contained for see why as at by if in of on to
syntax keyword sharewrightState contained none inherited
syntax match sharewrightWord /[A-Za-z][-A-Za-z0-9_.]*/ contains=sharewrightConnective,sharewrightState
syntax match sharewrightConnective /\<\%(protected\s\+by\|reachable\s\+at\|accepted\s\+by\|agreed\s\+with\|approved\s\+by\|recorded\s\+in\|reported\s\+by\|reviewed\s\+by\|checked\s\+by\|decided\s\+by\|granted\s\+by\|if\s\+partial\|trust\s\+lost\|asked\s\+for\|judged\s\+by\|knows\s\+why\|read\s\+with\|signed\s\+by\|stops\s\+for\|asked\s\+by\|named\s\+in\|shown\s\+by\|at\s\+risk\|as\s\+at\)\>/
syntax match sharewrightOpen /?/
syntax match sharewrightNumber /\<\d\+\%( \+\%(working-day\|minute\|hour\|day\|week\|month\|year\)s\?\)\?\>/
syntax match sharewrightNumber /\<\d\{2}:\d\{2}-\d\{2}:\d\{2}\>/
syntax match sharewrightNumber /\<\d\{4}-\d\{2}\%(-\d\{2}\%( \+\d\{2}:\d\{2}\)\?\)\?\>/

syntax keyword sharewrightThing contained information-request third-party-request procedure-step subject-access disclosure escalation agreement amendment complaint emergency objection procedure
syntax keyword sharewrightThing contained accuracy incident meeting no-flow subject notice policy system group panel party body
syntax keyword sharewrightThing contained flow item role term channel consent contact purpose record imminent-harm out-of-hours court-order
syntax keyword sharewrightThing contained inspection caldicott discloser recipient own-risk balance missing request person
syntax keyword sharewrightFact contained out-of-character domestic-abuse subject-aware third-parties circumstance jurisdiction serious-risk handed-over own-records confidence identifies matched-on
syntax keyword sharewrightFact contained stays-away sufficient age-group free-text own-login unsettled category clinical decision inherits scenario default
syntax keyword sharewrightFact contained expects opt-out started covers effect extent part-3 regime status worker asker class
syntax keyword sharewrightFact contained media wound duty form kind mode part size told law confidentiality-weighed regulator-consulted
syntax keyword sharewrightFact contained risk-of-not-sharing initial-assessment objection-foreseen longest-paragraph objection-checked offence-condition effect-explained identity-checked longest-sentence transfer-secured advance-warning compliance-lead
syntax keyword sharewrightFact contained joint-agreement law-enforcement policy-document public-interest asserted-basis best-interests collects-under decision-guide harm-if-shared identity-check less-intrusive removed-within
syntax keyword sharewrightFact contained report-offered statutory-duty authorised-by business-case category-only de-identified general-basis not-contacted outweighed-by partners-help spoken-record trust-in-care
syntax keyword sharewrightFact contained use-explained would-prevent written-reply consultation delay-notice drafted-with identifiable legal-advice not-promptly out-of-scope read-through registration
syntax keyword sharewrightFact contained serious-harm shares-under spoken-reply victim-tests accepted-by access-from accountable alternative attestation cannot-wait exceptional from-system
syntax keyword sharewrightFact contained harm-if-not no-transfer police-view policy-read quick-guide recorded-in review-when selected-by told-before undertaking accessible applies-to
syntax keyword sharewrightFact contained assessment challenged clear-risk covered-by designated do-not-ask engagement good-faith good-until governance handled-by harm-check
syntax keyword sharewrightFact contained implements legal-name nhs-number protection questioned recipients registered staff-duty staff-told stands-for supersedes withdrawal
syntax keyword sharewrightFact contained assurance available care-view challenge clinician comply-by condition describes disclosed effective exception exemption
syntax keyword sharewrightFact contained grey-area headcount judged-by languages no-access principle processor prohibits published recording reference refers-to
syntax keyword sharewrightFact contained relied-on retention signs-for statement autonomy capacity channels complied deadline evidence fallback for-flow
syntax keyword sharewrightFact contained glossary guardian guidance imminent includes informed involves openness override policing pressure purposes
syntax keyword sharewrightFact contained question received recorded red-line redacted referral requires reviewed security supports training withheld
syntax keyword sharewrightFact contained address advises barrier benefit between checked choices concern enquiry factors follows formats
syntax keyword sharewrightFact contained handler handles history ig-lead lessons marking measure members not-for objects officer outcome
syntax keyword sharewrightFact contained part-of privacy queried refusal revised sign-in support trigger unnamed version vetting warning
syntax keyword sharewrightFact contained advice became change deputy ground holder jargon marker newest normal notify onward
syntax keyword sharewrightFact contained orders review safety served shared shares signed tested trains unseen unsure volume
syntax keyword sharewrightFact contained wishes within about amend asked audit based basis chair check court crime
syntax keyword sharewrightFact contained dated email entry every helps holds hours lasts layer leave limit meets
syntax keyword sharewrightFact contained needs never noted opens owner phone power reply risky scope signs stage
syntax keyword sharewrightFact contained tells tried under visit waive code copy ends exit from gate held
syntax keyword sharewrightFact contained hold join kept made note plan post risk sees sent siro step
syntax keyword sharewrightFact contained test then tier when dpo end for use why of to
syntax match sharewrightStart /^\s*\zs[A-Za-z][-A-Za-z0-9_]*/ contains=sharewrightThing,sharewrightFact
syntax match sharewrightStart /\%([{}]\s*\)\@<=[A-Za-z][-A-Za-z0-9_]*/ contains=sharewrightThing,sharewrightFact
syntax match sharewrightCarriedOn /^\s*\zs\%(else\|because\|source\)\ze[[:space:]"]/

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
