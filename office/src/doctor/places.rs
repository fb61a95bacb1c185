//! Where keys lie, and who can get at them there.

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use super::Doctor;
use crate::{
    key_copy::{apart, newest, real},
    settings::KeyProvider,
    store::sqlite_file,
};

impl Doctor<'_> {
    pub(super) fn places(&mut self) {
        let settings = self.settings;
        let key = &settings.generation_key_file;
        if !matches!(settings.key_provider, KeyProvider::Secret { .. }) {
            self.key_file(key);
            if real(key).starts_with(real(&settings.data)) {
                self.fact(
                    "the generation key lies in the data directory: who has a copy of all of it reads all; better elsewhere",
                );
            }
            if let Some(copies) = &settings.key_copies
                && let Err(error) = apart(copies, key, "the key copies")
            {
                self.wrong(error.words());
            }
            if let Some((_, copy)) = key.parent().and_then(|beside| newest(beside).ok().flatten()) {
                self.wrong(format!("the generation key and a copy of the key database lie side by side: {}", copy.display()));
            }
        }
        for (what, url) in
            [("key database", Some(&settings.keys_url)), ("mirror of the key database", settings.keys_mirror_url.as_ref())]
        {
            if let Some(file) = url.and_then(|url| sqlite_file(url)) {
                self.database_files(what, &file);
            }
        }
        if let Some(copies) = &settings.key_copies
            && let Ok(Some((_, copy))) = newest(copies)
            && mode(&copy).is_some_and(|mode| mode & 0o077 != 0)
        {
            self.wrong(format!("the key copy {} can be read by others than its owner", copy.display()));
        }
    }

    fn key_file(&mut self, key: &Path) {
        for file in [key.to_owned(), vault::key_file::next(key)] {
            if let Some(mode) = mode(&file).filter(|mode| mode & 0o077 != 0) {
                let file = file.display();
                self.wrong(format!(
                    "the generation key file {file} can be used by others than its owner (mode {mode:04o}): chmod 600 {file}"
                ));
            }
        }
        let Some(directory) = key.parent() else { return };
        if let Some(mode) = mode(directory).filter(|mode| mode & 0o022 != 0) {
            let directory = directory.display();
            self.wrong(format!(
                "others can put files into the generation key's directory {directory} (mode {mode:04o}): chmod 700 {directory}"
            ));
        }
    }

    /// A database of SQLite is three files. They may be open to others where their directory is not.
    fn database_files(&mut self, what: &str, file: &Path) {
        let reachable = file.parent().and_then(mode).is_none_or(|mode| mode & 0o011 != 0);
        for end in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            let file = PathBuf::from(name);
            if let Some(mode) = mode(&file).filter(|mode| reachable && mode & 0o077 != 0) {
                let file = file.display();
                self.wrong(format!(
                    "the {what} {file} can be used by others than its owner (mode {mode:04o}), and so can its directory: chmod 600 {file}"
                ));
            }
        }
    }
}

fn mode(path: &Path) -> Option<u32> {
    std::fs::metadata(path).ok().map(|file| file.permissions().mode() & 0o7777)
}
