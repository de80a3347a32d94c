//! A line in which things wait that come from elsewhere: they are taken from their source as they come, so that whoever is at work can see
//! what has come meanwhile.

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Things that wait.
pub struct Line<T>(Receiver<T>);

impl<T: Send + 'static> Line<T> {
    /// A line fed by a source, until it gives nothing more.
    pub fn new(source: impl Fn() -> Option<T> + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            while let Some(thing) = source() {
                if sender.send(thing).is_err() {
                    break;
                }
            }
        });
        Line(receiver)
    }

    /// The next thing, if it is there.
    pub fn now(&self) -> Option<T> {
        self.0.try_recv().ok()
    }

    /// The next thing, if it comes soon.
    pub fn within(&self, time: Duration) -> Option<T> {
        self.0.recv_timeout(time).ok()
    }

    /// The next thing; nothing when no more will come.
    pub fn wait(&self) -> Option<T> {
        self.0.recv().ok()
    }
}
