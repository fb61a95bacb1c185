//! The open postings as a reader of the careers site narrows them down: by department, town and kind of employment.

use rules::posting::Employment;

use super::Posting;

/// The postings that fit what was chosen, and what there is to choose from.
#[derive(Clone, Debug, Default)]
pub struct Openings {
    /// Those that fit, in the order in which they came.
    pub shown: Vec<Posting>,
    /// How many are open in all.
    pub all: usize,
    /// The department that was chosen, by its name.
    pub department: Option<String>,
    /// The town that was chosen.
    pub town: Option<String>,
    /// The kind of employment that was chosen.
    pub employment: Option<Employment>,
    /// Each department, by its name, with how many would be shown if it were chosen beside the rest.
    pub departments: Vec<(String, usize)>,
    /// Each town, likewise.
    pub towns: Vec<(String, usize)>,
    /// Each kind of employment, likewise.
    pub employments: Vec<(Employment, usize)>,
}

impl Openings {
    /// Narrows postings down. What is empty, or names nothing that is open, narrows nothing.
    #[must_use]
    pub fn of(postings: Vec<Posting>, department: &str, town: &str, employment: &str) -> Self {
        type Names = fn(&Posting) -> Vec<&str>;
        let departments: Names = |posting| vec![&posting.department_name];
        let known =
            |chosen: &str, of: Names| postings.iter().any(|posting| of(posting).contains(&chosen)).then(|| chosen.to_owned());
        let department = known(department, departments);
        let town = known(town, Posting::towns);
        let employment = Employment::from_code(employment)
            .filter(|&employment| postings.iter().any(|posting| posting.employment == employment));

        let in_department = |posting: &Posting| department.as_ref().is_none_or(|name| *name == posting.department_name);
        let in_town = |posting: &Posting| town.as_ref().is_none_or(|name| posting.towns().contains(&&**name));
        let of_kind = |posting: &Posting| employment.is_none_or(|kind| kind == posting.employment);

        let counted = |of: Names, beside: &dyn Fn(&Posting) -> bool| {
            let mut names: Vec<&str> = postings.iter().flat_map(of).collect();
            names.sort_by_key(|name| name.to_lowercase());
            names.dedup();
            let count = |name: &str| postings.iter().filter(|&posting| of(posting).contains(&name) && beside(posting)).count();
            names.into_iter().map(|name| (name.to_owned(), count(name))).collect::<Vec<_>>()
        };
        let departments = counted(departments, &|posting| in_town(posting) && of_kind(posting));
        let towns = counted(Posting::towns, &|posting| in_department(posting) && of_kind(posting));
        let employments = Employment::ALL
            .iter()
            .filter(|&&kind| postings.iter().any(|posting| posting.employment == kind))
            .map(|&kind| {
                let beside = |posting: &&Posting| posting.employment == kind && in_department(posting) && in_town(posting);
                (kind, postings.iter().filter(beside).count())
            })
            .collect();
        let shown = postings.iter().filter(|&posting| in_department(posting) && in_town(posting) && of_kind(posting)).cloned();
        Self { shown: shown.collect(), all: postings.len(), department, town, employment, departments, towns, employments }
    }

    /// Whether anything was chosen.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.department.is_some() || self.town.is_some() || self.employment.is_some()
    }
}
