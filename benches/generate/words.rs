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

/// Reasons that are good for many statements.
pub const REASONS: [&str; 14] = [
    "the next step depends on it",
    "nobody else can tell them in time",
    "without it the wrong person may be found",
    "it keeps the person and the staff safe",
    "the visit cannot be planned without it",
    "the place of care has to be chosen",
    "the risk cannot be judged otherwise",
    "the team must know whom to call",
    "two people of one name must be told apart",
    "the person has asked for help with it",
    "a cell is not a place of care",
    "the desk decides on it",
    "the plan of the person says so",
    "it may change during the night",
];

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
