; Made from grammar/vocabulary. Change that, then run: UPDATE=1 cargo test --test editors

(comment) @comment
[(text) (block_text) (curly_text) (unclosed_text)] @string
[(clock) (date) (period) (number)] @number
(hole) @constant.builtin
(comma) @punctuation.delimiter
["{" "}"] @punctuation.bracket

; Things, and the names they are given.
((keyword) @keyword
  (#any-of? @keyword
    "information-request" "third-party-request" "procedure-step" "subject-access" "disclosure" "escalation" "agreement" "amendment" "complaint" "emergency"
    "objection" "procedure" "accuracy" "incident" "meeting" "no-flow" "subject" "notice" "policy" "system"
    "group" "panel" "party" "body" "flow" "item" "role" "term" "imminent-harm" "out-of-hours"
    "court-order" "inspection" "caldicott" "discloser" "recipient" "own-risk" "balance" "missing" "request" "person"))
(statement . (keyword) @keyword . (word) @type
  (#any-of? @keyword
    "information-request" "third-party-request" "procedure-step" "subject-access" "disclosure" "escalation" "agreement" "amendment" "complaint" "emergency"
    "objection" "procedure" "accuracy" "incident" "meeting" "no-flow" "subject" "notice" "policy" "system"
    "group" "panel" "party" "body" "flow" "item" "role" "term"))

; Words that open a block in one place and are a fact in another.
(statement . (keyword) @keyword block: (block)
  (#any-of? @keyword
    "channel" "consent" "contact" "purpose" "record"))
(statement . (keyword) @keyword . (word) @type block: (block)
  (#any-of? @keyword
    "channel" "consent" "contact" "purpose" "record"))
(statement . (keyword) @attribute !block
  (#any-of? @attribute
    "channel" "consent" "contact" "purpose" "record"))

; Facts.
((keyword) @attribute
  (#any-of? @attribute
    "out-of-character" "domestic-abuse" "subject-aware" "third-parties" "circumstance" "jurisdiction" "serious-risk" "handed-over" "own-records" "confidence"
    "identifies" "matched-on" "stays-away" "sufficient" "age-group" "free-text" "own-login" "unsettled" "category" "clinical"
    "decision" "inherits" "scenario" "default" "expects" "opt-out" "started" "covers" "effect" "extent"
    "part-3" "regime" "status" "worker" "asker" "class" "media" "wound" "duty" "form"
    "kind" "mode" "part" "size" "told" "law" "confidentiality-weighed" "regulator-consulted" "risk-of-not-sharing" "initial-assessment"
    "objection-foreseen" "longest-paragraph" "objection-checked" "offence-condition" "effect-explained" "identity-checked" "longest-sentence" "transfer-secured" "advance-warning" "compliance-lead"
    "joint-agreement" "law-enforcement" "policy-document" "public-interest" "asserted-basis" "best-interests" "collects-under" "decision-guide" "harm-if-shared" "identity-check"
    "less-intrusive" "removed-within" "report-offered" "statutory-duty" "authorised-by" "business-case" "category-only" "de-identified" "general-basis" "not-contacted"
    "outweighed-by" "partners-help" "spoken-record" "trust-in-care" "use-explained" "would-prevent" "written-reply" "consultation" "delay-notice" "drafted-with"
    "identifiable" "legal-advice" "not-promptly" "out-of-scope" "read-through" "registration" "serious-harm" "shares-under" "spoken-reply" "victim-tests"
    "accepted-by" "access-from" "accountable" "alternative" "attestation" "cannot-wait" "exceptional" "from-system" "harm-if-not" "no-transfer"
    "police-view" "policy-read" "quick-guide" "recorded-in" "review-when" "selected-by" "told-before" "undertaking" "accessible" "applies-to"
    "assessment" "challenged" "clear-risk" "covered-by" "designated" "do-not-ask" "engagement" "good-faith" "good-until" "governance"
    "handled-by" "harm-check" "implements" "legal-name" "nhs-number" "protection" "questioned" "recipients" "registered" "staff-duty"
    "staff-told" "stands-for" "supersedes" "withdrawal" "assurance" "available" "care-view" "challenge" "clinician" "comply-by"
    "condition" "describes" "disclosed" "effective" "exception" "exemption" "grey-area" "headcount" "judged-by" "languages"
    "no-access" "principle" "processor" "prohibits" "published" "recording" "reference" "refers-to" "relied-on" "retention"
    "signs-for" "statement" "autonomy" "capacity" "channels" "complied" "deadline" "evidence" "fallback" "for-flow"
    "glossary" "guardian" "guidance" "imminent" "includes" "informed" "involves" "openness" "override" "policing"
    "pressure" "purposes" "question" "received" "recorded" "red-line" "redacted" "referral" "requires" "reviewed"
    "security" "supports" "training" "withheld" "address" "advises" "barrier" "benefit" "between" "checked"
    "choices" "concern" "enquiry" "factors" "follows" "formats" "handler" "handles" "history" "ig-lead"
    "lessons" "marking" "measure" "members" "not-for" "objects" "officer" "outcome" "part-of" "privacy"
    "queried" "refusal" "revised" "sign-in" "support" "trigger" "unnamed" "version" "vetting" "warning"
    "advice" "became" "change" "deputy" "ground" "holder" "jargon" "marker" "newest" "normal"
    "notify" "onward" "orders" "review" "safety" "served" "shared" "shares" "signed" "tested"
    "trains" "unseen" "unsure" "volume" "wishes" "within" "about" "amend" "asked" "audit"
    "based" "basis" "chair" "check" "court" "crime" "dated" "email" "entry" "every"
    "helps" "holds" "hours" "lasts" "layer" "leave" "limit" "meets" "needs" "never"
    "noted" "opens" "owner" "phone" "power" "reply" "risky" "scope" "signs" "stage"
    "tells" "tried" "under" "visit" "waive" "code" "copy" "ends" "exit" "from"
    "gate" "held" "hold" "join" "kept" "made" "note" "plan" "post" "risk"
    "sees" "sent" "siro" "step" "test" "then" "tier" "when" "dpo" "end"
    "for" "use" "why" "of" "to"))

; The words of a list, behind a fact that takes nothing else.
(statement . (keyword) @attribute . value: (word) @constant . ((comma) . value: (word) @constant)*
  (#any-of? @attribute
    "out-of-character" "domestic-abuse" "subject-aware" "third-parties" "circumstance" "jurisdiction" "serious-risk" "handed-over" "own-records" "confidence"
    "identifies" "matched-on" "stays-away" "sufficient" "age-group" "free-text" "own-login" "unsettled" "category" "clinical"
    "decision" "inherits" "scenario" "default" "expects" "opt-out" "started" "covers" "effect" "extent"
    "part-3" "regime" "status" "worker" "asker" "class" "media" "wound" "duty" "form"
    "kind" "mode" "part" "size" "told" "law"))

; The states of an answer.
((word) @constant.builtin
  (#any-of? @constant.builtin
    "none" "inherited"))

; Connectives: words that carry a statement on, single words, pairs.
(carried_on) @keyword.operator
((word) @keyword.operator
  (#any-of? @keyword.operator
    "counselling" "prosecution" "completion" "considered" "profession" "understood" "authority" "completed" "confirmed" "destroyed"
    "encrypted" "justified" "listed-in" "necessary" "reference" "regulator" "respected" "consults" "evidence" "followed"
    "guidance" "identity" "imminent" "mentions" "override" "protects" "relevant" "residual" "reviewed" "schedule"
    "because" "contact" "control" "default" "example" "grounds" "jointly" "minutes" "missing" "outcome"
    "private" "removed" "serious" "setting" "support" "trained" "unasked" "urgency" "version" "warrant"
    "advice" "agreed" "answer" "before" "covers" "danger" "enough" "ground" "longer" "notice"
    "onward" "period" "raised" "remedy" "result" "review" "source" "states" "status" "tested"
    "unless" "update" "within" "about" "after" "binds" "cause" "class" "count" "cycle"
    "doubt" "entry" "every" "feeds" "first" "found" "hours" "issue" "level" "lifts"
    "means" "meets" "owner" "point" "shows" "split" "stage" "under" "until" "using"
    "does" "duty" "else" "flow" "form" "from" "held" "item" "kept" "kind"
    "need" "rank" "rule" "sees" "test" "then" "used" "what" "when" "with"
    "for" "see" "why" "as" "at" "by" "if" "in" "of" "on"
    "to"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "protected") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "reachable") (#eq? @keyword.operator.pair "at"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "accepted") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "agreed") (#eq? @keyword.operator.pair "with"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "approved") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "recorded") (#eq? @keyword.operator.pair "in"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "reported") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "reviewed") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "checked") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "decided") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "granted") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "if") (#eq? @keyword.operator.pair "partial"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "trust") (#eq? @keyword.operator.pair "lost"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "asked") (#eq? @keyword.operator.pair "for"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "judged") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "knows") (#eq? @keyword.operator.pair "why"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "read") (#eq? @keyword.operator.pair "with"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "signed") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "stops") (#eq? @keyword.operator.pair "for"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "asked") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "named") (#eq? @keyword.operator.pair "in"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "shown") (#eq? @keyword.operator.pair "by"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "at") (#eq? @keyword.operator.pair "risk"))
((word) @keyword.operator . (word) @keyword.operator.pair
  (#eq? @keyword.operator "as") (#eq? @keyword.operator.pair "at"))
