//! `ablauf user`: accounts of the desk.

use clap::{Args, Subcommand};
use office::Office;
use rules::{access::Role, id::EmployerId};
use server::environment;

use super::{Data, Outcome, open};

#[derive(Subcommand)]
pub(crate) enum User {
    /// Add an account. Its password is read from ABLAUF_PASSWORD or the file that ABLAUF_PASSWORD_FILE names.
    Add(Add),
}

#[derive(Args)]
pub(crate) struct Add {
    #[command(flatten)]
    data: Data,
    /// The address to sign in with.
    #[arg(long)]
    email: String,
    /// The person's name.
    #[arg(long)]
    name: String,
    /// The employer, by the name it has now; the first one is made.
    #[arg(long)]
    employer: String,
    /// Make another employer if there is none of that name.
    #[arg(long)]
    new_employer: bool,
    /// hr, head, works_council, representative, privacy or admin.
    #[arg(long, value_parser = role)]
    role: Role,
    /// For a head, the department; made if there is none of that name.
    #[arg(long)]
    department: Option<String>,
}

impl User {
    pub(crate) async fn run(self) -> Outcome {
        let Self::Add(add) = self;
        let password = environment::variable("ABLAUF_PASSWORD")?.ok_or("set ABLAUF_PASSWORD or ABLAUF_PASSWORD_FILE")?;
        let office = open::office(&add.data.directory).await?;
        let presence = office.attend().await?;
        let employer = employer(&office, &add.employer, add.new_employer).await?;
        let department = match &add.department {
            Some(name) => Some(office.department_named(&employer, name).await?),
            None => None,
        };
        office.add_account(&add.email, &add.name, &password, &employer, add.role, department.as_ref()).await?;
        office.close().await;
        drop(presence);
        println!("added {}", add.email);
        Ok(())
    }
}

/// The employer of a name. A name that none has may be one that it no longer has, so another is made only if that is said.
async fn employer(office: &Office, name: &str, another: bool) -> Result<EmployerId, Box<dyn std::error::Error>> {
    let known = office.employers().await?;
    let names: Vec<String> = known.iter().map(|(_, name)| format!("\"{name}\"")).collect();
    match known.into_iter().find(|(_, known)| known == name.trim()) {
        Some((id, _)) => Ok(id),
        None if another || names.is_empty() => Ok(office.add_employer(name).await?),
        None => Err(format!(
            "no employer is called \"{}\" (there is {}); give --employer one of these names, or add --new-employer to make another",
            name.trim(),
            names.join(", ")
        )
        .into()),
    }
}

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code)
        .ok_or_else(|| format!("roles are: {}", Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ")))
}
