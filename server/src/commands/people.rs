//! `ablauf user`: accounts of the desk.

use clap::{Args, Subcommand};
use rules::access::Role;
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
    /// The employer; made if there is none of that name.
    #[arg(long)]
    employer: String,
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
        let employer = office.employer_named(&add.employer).await?;
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

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code)
        .ok_or_else(|| format!("roles are: {}", Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ")))
}
