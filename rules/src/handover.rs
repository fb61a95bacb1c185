//! What may go over into the employee record (docs/PROMISES.md, n06 and n08): field by field, each with its purpose and basis.

use crate::code::codes;

codes! {
    /// One thing that can be handed over.
    Item {
        /// First name.
        FirstName = "first_name",
        /// Last name.
        LastName = "last_name",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "phone",
        /// The curriculum vitae, as a document.
        Cv = "cv",
        /// The message to the employer.
        Message = "message",
        /// That the employee is severely disabled, as stated in the form.
        Disability = "disability",
    }
}

codes! {
    /// What the employment needs it for.
    Purpose {
        /// Concluding and keeping the contract.
        Contract = "contract",
        /// Pay, tax and social security.
        Payroll = "payroll",
        /// Proof of a qualification the work asks for.
        Qualification = "qualification",
        /// Reaching the employee.
        Reachability = "reachability",
        /// The rights of severely disabled staff, additional leave among them (section 208 SGB IX).
        Protection = "protection",
    }
}

codes! {
    /// The legal basis that is recorded with it.
    Basis {
        /// Art. 6(1)(b) GDPR: performance of the contract.
        Contract = "gdpr_6_1_b",
        /// Art. 6(1)(c) GDPR: a legal obligation.
        Obligation = "gdpr_6_1_c",
        /// Section 26(1), (8) sentence 2 BDSG.
        Employment = "bdsg_26_1",
        /// Art. 9(2)(b) GDPR, section 26(3) BDSG: special categories of data.
        Special = "gdpr_9_2_b",
    }
}

impl Purpose {
    /// The basis the manifest proposes with a purpose.
    #[must_use]
    pub const fn proposed_basis(self) -> Basis {
        match self {
            Self::Contract | Self::Reachability => Basis::Contract,
            Self::Payroll => Basis::Obligation,
            Self::Qualification => Basis::Employment,
            Self::Protection => Basis::Special,
        }
    }
}

impl Item {
    /// Whether the manifest proposes it: contact data yes, everything else only if somebody chooses it.
    #[must_use]
    pub const fn is_proposed(self) -> bool {
        matches!(self, Self::FirstName | Self::LastName | Self::Email | Self::Phone)
    }

    /// The purpose the manifest proposes.
    #[must_use]
    pub const fn proposed_purpose(self) -> Purpose {
        match self {
            Self::FirstName | Self::LastName | Self::Message => Purpose::Contract,
            Self::Email | Self::Phone => Purpose::Reachability,
            Self::Cv => Purpose::Qualification,
            Self::Disability => Purpose::Protection,
        }
    }
}
