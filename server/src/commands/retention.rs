//! `ablauf retention`: the calendar, without a store.

use clap::Subcommand;
use jiff::Timestamp;
use rules::retention::{Months, due_after, local_date};
use server::environment;

use super::Outcome;

#[derive(Subcommand)]
pub(crate) enum Retention {
    /// The last day of the period and the instant from which an application is erased.
    Date {
        /// When the procedure closes (RFC 3339).
        #[arg(long, value_name = "RFC3339")]
        closed: Timestamp,
        /// The period in months.
        #[arg(long, default_value_t = 6)]
        months: i64,
    },
}

impl Retention {
    pub(crate) fn run(self) -> Outcome {
        let Self::Date { closed, months } = self;
        let months = Months::new(months).ok_or("a period has 1 to 60 months")?;
        let zone = environment::settings(std::path::Path::new("data"))?.zone;
        let due = due_after(local_date(closed, &zone), months, &zone);
        println!("{}\n{}", due.last_day, due.erased_from);
        Ok(())
    }
}
