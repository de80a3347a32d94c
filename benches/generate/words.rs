//! Invented names and ready phrases that the generator puts together. No place or organisation here exists.

/// Beginnings of place names.
pub const PLACE_HEADS: [&str; 24] = [
    "Alder", "Bram", "Carn", "Dun", "Elm", "Fen", "Gorse", "Harms", "Ivel", "Kest", "Lark", "Marsh", "Nether", "Orl", "Penn", "Quarn", "Rush", "Sed", "Thorn", "Ulver", "Vale", "Wind", "Yar", "Birch",
];

/// Ends of place names.
pub const PLACE_ENDS: [&str; 16] = ["bourne", "combe", "dale", "field", "gate", "ham", "hurst", "ley", "mere", "minster", "ness", "stead", "thwaite", "ton", "wick", "wold"];

/// Parts of an area, for a second organisation of the same kind.
pub const QUARTERS: [&str; 12] = ["north", "south", "east", "west", "city", "coast", "valley", "moor", "forest", "river", "hill", "border"];

/// When something is done.
pub const MOMENTS: [&str; 12] = [
    "at the scene",
    "before the end of the shift",
    "on the same working day",
    "when the person is first met",
    "at the morning meeting",
    "before anything clinical is said",
    "within the hour",
    "as soon as it is safe to do so",
    "at handover",
    "once the record has been found",
    "before the person leaves",
    "when the case is opened",
];

/// Who looks after something.
pub const POSTS: [&str; 12] = [
    "Head of information governance",
    "Information governance manager",
    "Records manager",
    "Head of legal services",
    "Director of nursing",
    "Medical director",
    "Head of adult safeguarding",
    "Force data protection officer",
    "Duty superintendent",
    "Service manager",
    "Senior clinician on call",
    "Head of information assurance",
];

/// Who needs something.
pub const WHO: [&str; 16] = [
    "the duty worker",
    "the nurse on shift",
    "the control room",
    "the night team",
    "the officer at the scene",
    "the safeguarding desk",
    "the ward",
    "the crisis team",
    "the custody sergeant",
    "the care co-ordinator",
    "the housing officer",
    "the ambulance crew",
    "the person's own team",
    "the liaison worker",
    "the front desk",
    "the manager on call",
];

/// How it is needed.
pub const NEEDS: [&str; 14] = [
    "has to know",
    "must be sure of",
    "needs to be told of",
    "cannot judge",
    "asks first about",
    "must not be left without",
    "has to check",
    "decides by",
    "plans the visit by",
    "can only act on",
    "has to weigh",
    "goes by",
    "must write down",
    "answers for",
];

/// What is needed.
pub const WHAT: [&str; 20] = [
    "the risk of the next day",
    "the place where the person can be met",
    "the team that knows the person",
    "what has helped before",
    "who else is in the home",
    "how the person wishes to be spoken to",
    "whether two staff should go",
    "the place of care that was agreed",
    "what the person has asked for",
    "the last contact that was kept",
    "what was said at the door",
    "a threat that was made",
    "the medicines that may not be missed",
    "the name that the person goes by",
    "a bed that is free tonight",
    "the answer of the last time",
    "an injury that was seen",
    "the plan for the weekend",
    "a child who may be there",
    "the hours at which help can be had",
];

/// Beginnings of the names of posts.
pub const POST_HEADS: [&str; 12] = ["duty", "lead", "night", "liaison", "triage", "street", "custody", "link", "crisis", "outreach", "response", "intake"];

/// Ends of the names of posts.
pub const POST_ENDS: [&str; 10] = ["worker", "nurse", "officer", "practitioner", "manager", "clerk", "sergeant", "adviser", "coordinator", "clinician"];

/// Beginnings of the names of systems.
pub const SYSTEM_HEADS: [&str; 12] = ["case", "care", "contact", "event", "crisis", "custody", "person", "referral", "street", "night", "health", "welfare"];

/// Ends of the names of systems.
pub const SYSTEM_ENDS: [&str; 8] = ["record", "log", "file", "register", "system", "index", "book", "notes"];

/// Things that are never part of what is shared.
pub const NEVER: [&str; 12] = [
    "diagnosis",
    "medication",
    "history that has no bearing on tonight",
    "anything about relatives or friends",
    "names of witnesses",
    "intelligence",
    "convictions with no bearing on the case",
    "copies of pages",
    "details of other people in the home",
    "financial details",
    "what was said in therapy",
    "private telephone numbers",
];

/// Uses that are ruled out.
pub const RULED_OUT: [&str; 8] = [
    "immigration enforcement",
    "performance management of staff",
    "investigating the person who is in crisis",
    "deciding a person's benefits or housing",
    "research",
    "charging, interviewing or searching the person",
    "a list of people with mental ill health",
    "marketing",
];

/// How people are told.
pub const TOLD: [&str; 8] = [
    "told by the nurse at the time",
    "by a leaflet that is handed over at the scene",
    "in the privacy notices of all the partners",
    "told by the worker before anything is shared, unless that would put someone in danger",
    "by letter when the case is opened",
    "on a poster in the waiting room and on the website",
    "told by the officer, in plain words",
    "when the person signs the form",
];
