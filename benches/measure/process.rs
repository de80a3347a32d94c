//! Running programs: how long, how much CPU, how soon the first byte, how much memory.

use super::cpu;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What runs took: the median by the clock, the mean of the CPU time.
#[derive(Clone, Copy)]
pub struct Cost {
    /// By the clock.
    pub wall: Duration,
    /// User and system time, where it can be had.
    pub cpu: Option<Duration>,
}

/// Runs a program so many times with its output thrown away. Findings are no failure; a run that does not get as far as that is one.
pub fn run(command: &mut Command, times: u32) -> io::Result<Cost> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let before = cpu::of_children();
    let mut walls = Vec::new();
    for _ in 0..times {
        let start = Instant::now();
        let status = command.status()?;
        walls.push(start.elapsed());
        if !matches!(status.code(), Some(0 | 1)) {
            return Err(io::Error::other(format!("{command:?} ended with {status}: its figures would say nothing")));
        }
    }
    let cpu = cpu::of_children().zip(before).map(|(after, before)| after.saturating_sub(before) / times);
    Ok(Cost { wall: median(walls), cpu })
}

/// How long each of several programs takes, as a median. They run by turns, so that what else the machine does falls on all alike.
pub fn by_turns(commands: &mut [Command], times: u32) -> io::Result<Vec<Duration>> {
    let mut walls = vec![Vec::new(); commands.len()];
    for _ in 0..times {
        for (command, walls) in commands.iter_mut().zip(&mut walls) {
            walls.push(run(command, 1)?.wall);
        }
    }
    Ok(walls.into_iter().map(median).collect())
}

/// The CPU time of one run of a short program, from as many runs as it takes to fill half a second.
pub fn cpu_of_short(command: &mut Command) -> io::Result<Option<Duration>> {
    let once = run(command, 1)?;
    let times = (Duration::from_millis(500).as_micros() / once.wall.as_micros().max(1)).clamp(3, 100);
    Ok(run(command, times as u32)?.cpu)
}

/// How long until a program writes its first byte. It is not waited for: its output ends there.
pub fn first_byte(command: &mut Command, times: u32) -> io::Result<Duration> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut walls = Vec::new();
    for _ in 0..times {
        let start = Instant::now();
        let mut child = command.spawn()?;
        if let Some(mut output) = child.stdout.take() {
            output.read_exact(&mut [0])?;
        }
        walls.push(start.elapsed());
        child.kill()?;
        child.wait()?;
    }
    Ok(median(walls))
}

/// The most memory that a program had at one time, in kilobytes.
pub fn peak(program: &Path, arguments: &[String], folder: &Path) -> io::Result<Option<usize>> {
    let timer = Path::new("/usr/bin/time");
    let note = folder.join("peak.txt");
    let quiet = |command: &mut Command| -> io::Result<std::process::Child> { command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() };
    if timer.is_file() {
        quiet(Command::new(timer).args(["-f", "%M", "-o"]).arg(&note).arg(program))?.wait()?;
        // When the program ends with findings, a line before the number says so.
        let said = fs::read_to_string(&note)?;
        return Ok(said.lines().last().and_then(|line| line.trim().parse().ok()));
    }
    let mut child = quiet(&mut Command::new(program))?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    while child.try_wait()?.is_none() {
        let now = fs::read_to_string(&status).unwrap_or_default();
        let now = now.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(now);
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(most)
}

/// The middle one.
pub fn median(mut walls: Vec<Duration>) -> Duration {
    walls.sort_unstable();
    walls.get(walls.len() / 2).copied().unwrap_or_default()
}
