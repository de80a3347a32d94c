//! Starts `sharewright lsp` in Zed. It looks for the program where the settings say, or on the `PATH`; it fetches nothing.

use zed_extension_api::settings::{CommandSettings, LspSettings};
use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension, serde_json};

/// What the program is called.
const PROGRAM: &str = "sharewright";

/// What makes it serve an editor.
const ARGUMENTS: [&str; 1] = ["lsp"];

/// What to do when the program is nowhere.
const MISSING: &str = "The program `sharewright` was not found, so nothing is checked. Install it so that it is on the PATH, or write its place into \
     the settings of Zed: \"lsp\": { \"sharewright\": { \"binary\": { \"path\": \"/home/me/bin/sharewright\" } } }";

struct Sharewright;

impl Extension for Sharewright {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let given = LspSettings::for_worktree(server.as_ref(), worktree)?.binary;
        let CommandSettings { path, arguments, env } = given.unwrap_or(CommandSettings { path: None, arguments: None, env: None });
        let command = path.or_else(|| worktree.which(PROGRAM)).ok_or(MISSING)?;
        let args = arguments.unwrap_or_else(|| ARGUMENTS.map(str::to_owned).to_vec());
        let mut variables = worktree.shell_env();
        variables.extend(env.unwrap_or_default());
        Ok(Command { command, args, env: variables })
    }

    fn language_server_initialization_options(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }

    /// The server asks for the section `sharewright`, so the settings are handed on under that name.
    fn language_server_workspace_configuration(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?.settings;
        Ok(settings.map(|settings| serde_json::json!({ PROGRAM: settings })))
    }
}

register_extension!(Sharewright);
