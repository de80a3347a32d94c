//! Work that is begun on another core before its result is needed.

/// Begins some work beside what this thread goes on with. Nobody waits for it: whoever needs its result asks for that by itself, and
/// finds it ready or waits until it is.
pub fn begin(work: impl FnOnce() + Send + 'static) {
    // Where no thread can be had, the work is done when its result is asked for.
    drop(std::thread::Builder::new().spawn(work));
}
