//! English.

use super::Key;

pub(super) const fn text(key: Key) -> &'static str {
    match key {
        // Shared
        Key::ProductName => "Ablauf",
        // Stages
        Key::StageReceived => "Received",
        Key::StageReview => "Review",
        Key::StageInterview => "Interview",
        Key::StageReserve => "Reserve",
        Key::StageOffer => "Offer",
        // Outcomes
        Key::OutcomeNone => "Undecided",
        Key::OutcomeHired => "Hired",
        Key::OutcomeRejected => "Rejected",
        Key::OutcomeWithdrawn => "Withdrawn",
        // Posting states
        Key::PostingDraft => "Draft",
        Key::PostingOpen => "Open",
        Key::PostingIntakeClosed => "Intake closed",
        Key::PostingClosed => "Closed",
        Key::PostingArchived => "Archived",
        // Employments
        Key::EmploymentFullTime => "Full-time",
        Key::EmploymentPartTime => "Part-time",
        Key::EmploymentApprenticeship => "Apprenticeship",
        // Sections of an application
        Key::SectionContact => "Contact details",
        Key::SectionCv => "CV",
        Key::SectionLetter => "Letter",
        Key::SectionAnswers => "Answers",
        Key::AnswersTitle => "Answers to the posting’s questions",
        Key::AnswerNone => "Not answered",
        Key::AnswerFile => "A file; it stands among the documents",
        Key::DocumentAnswers => "Answer to: {}",
        Key::SectionDocuments => "Other documents",
        Key::SectionDisability => "Severe disability",
        Key::SectionRedacted => "Copy without names",
        Key::SectionComments => "Comments of others",
        Key::SectionNotes => "HR's notes",
        // Roles
        Key::RoleHr => "HR",
        Key::RoleHead => "Head of department",
        Key::RolePanel => "Panel member",
        Key::RoleWorksCouncil => "Works council",
        Key::RoleRepresentative => "Representative of severely disabled staff",
        Key::RolePrivacy => "Privacy officer",
        Key::RoleAdmin => "Administration",
        Key::RoleAccounting => "Accounting",
        // Why a release ended, after a date and a colon
        Key::EndedRevoked => "revoked by HR",
        Key::EndedExpired => "its last day is over",
        Key::EndedRejected => "rejected",
        Key::EndedWithdrawn => "withdrawn by the applicant",
        Key::EndedProcedureClosed => "the procedure is closed",
        Key::EndedDeputyship => "your time as a deputy is over",
        // Languages, each by its own name
        Key::LanguageDe => "Deutsch",
        Key::LanguageEn => "English",
        Key::LanguageNl => "Nederlands",
        // Fields of the application form
        Key::FieldFirstName => "First name",
        Key::FieldLastName => "Last name",
        Key::FieldEmail => "E-mail address",
        Key::FieldPhone => "Phone",
        Key::FieldMessage => "Message",
        Key::FieldHomepage => "Homepage",
        Key::HintHomepage => "Please leave this field empty.",
        Key::FieldDisability => "Severe disability",
        Key::FieldNoRepresentative => "Without the representative",
        Key::FieldNotice => "Privacy notice",
        Key::FieldCv => "CV",
        Key::FieldDocuments => "Other documents",
        Key::MissingFirstName => "Enter your first name",
        Key::MissingLastName => "Enter your last name",
        Key::MissingEmail => "Enter your e-mail address",
        // Problems of a field; {} is the name of the field, or the limit
        Key::ProblemMissing => "“{}” is still empty",
        Key::ProblemTooLong => "“{}” takes at most {} characters",
        Key::ProblemNotText => "“{}” holds characters that cannot be shown; please type it by hand",
        Key::ProblemNotAnEmail => "Enter an e-mail address like name@example.org",
        Key::ProblemNotAPhone => "Enter a phone number like +49 331 555 0123, or leave it empty",
        Key::ProblemNoticeUnread => "Tick that you have read the privacy notice",
        Key::ProblemFileMissing => "Choose your CV as a file",
        Key::ProblemFileEmpty => "The file is empty. Choose one with your CV in it.",
        Key::ProblemFileTooLarge => {
            "The file is too large: at most {}. A PDF exported at normal quality is nearly always small enough."
        }
        Key::ProblemFileUnrecognised => "Choose a PDF, DOCX or ODT. This file is none of these, whatever its name ends in.",
        Key::ProblemFileDamaged => "The file is cut off or damaged. Save or export it once more, then choose it again.",
        Key::ProblemPictureTooLarge => "The picture is too large: at most {} pixels on each side",
        Key::ProblemTooFaint => {
            "Text in this colour could not be read: it reaches a contrast of {} to 1, and {} to 1 are needed. A darker one of \
             the same hue does: {}"
        }
        Key::ProblemFileAgain => "Choose your CV again. Browsers do not keep a chosen file when a page comes back.",
        Key::ProblemNoFile => "Choose a file",
        Key::ProblemEmptyFile => "The file is empty. Choose another one.",
        Key::ProblemThatFileAgain => "Choose the file again, if you had chosen one: a browser does not keep it",
        Key::ProblemTooMany => "Choose at most {} files",
        Key::DocumentsUnrecognised => "One of the files is neither PDF, DOCX, ODT, PNG nor JPEG, whatever its name says",
        Key::DocumentsDamaged => "One of the files is cut off or damaged",
        Key::DocumentsEmpty => "One of the files is empty",
        Key::DocumentsAgain => "Choose the other documents again too, if you had chosen any: a browser does not keep them",
        Key::AnswerAgain => "Choose the file for “{}” again, if you had chosen one: a browser does not keep it",
        Key::AnswerUnrecognised => "The file for “{}” is neither PDF, DOCX, ODT, PNG nor JPEG, whatever its name says",
        Key::AnswerDamaged => "The file for “{}” is cut off or damaged",
        Key::AnswerEmpty => "The file for “{}” is empty",
        Key::ProblemNoMatch => "E-mail address and password do not belong together",
        Key::ProblemNotAChoice => "Choose one of the answers offered for “{}”",
        Key::ProblemNotHttps => "An address begins with https://",
        Key::ProblemNotStored => "Nothing could be stored at the moment. Please send it again in a few minutes.",
        Key::ProblemSentBefore => "Choose your CV once more, if you want to send this as another application.",
        Key::ProblemNotEmpty => {
            "Leave “{}” empty: the field is there for programs only. If your browser filled it in, empty it and send the form \
             again"
        }
        Key::ProblemNothingStated => {
            "Without a stated severe disability nobody is told. Tick the statement above too, or take this tick away"
        }
        Key::ProblemTooShort => "“{}” needs at least {} characters",
        Key::ProblemTaken => "“{}”: somebody else has this already",
        Key::ProblemAlone => {
            "What was said of a severe disability is released by itself: untick everything else, or leave it out"
        }
        Key::ProblemNotADate => "Enter a date for “{}”, with day, month and year",
        Key::ProblemNotANumber => "Enter a whole number from {} to {} for “{}”",
        Key::ProblemTooEarly => "“{}”: this date is too early",
        Key::ProblemTooLate => "“{}”: this date is too late",
        Key::ProblemNoNumber => "Enter a number for “{}”, such as 1200 or 37.5",
        Key::ProblemNotSoMany => "“{}”: give {} to {} choices, one in a line",
        Key::ProblemTwice => "“{}” says the same thing twice",
        // Error summary
        Key::ProblemsTitleOne => "Nothing was sent yet: one thing to put right",
        Key::ProblemsTitleMany => "Nothing was sent yet: {} things to put right",
        Key::ProblemsNoneLeft => "Everything is put right. Send the form again.",
        Key::ErrorTitle => "Error: {}",
        // Fields
        Key::Optional => "(optional)",
        Key::ApplicantCanRead => "The applicant can read this.",
        // Dates that run
        Key::DueToday => "today",
        Key::DueTomorrow => "tomorrow",
        Key::DueInDays => "in {} days",
        Key::DueOverdueOne => "1 day overdue",
        Key::DueOverdueMany => "{} days overdue",
        Key::At => "{} at {}",
        // Frame
        Key::SkipToContent => "Skip to content",
        Key::DemoLabel => "Demonstration",
        Key::DemoText => "Demonstration: the people are invented. Enter nothing about real ones.",
        Key::NavDesk => "Desk",
        Key::NavMenu => "Menu",
        Key::NavStart => "Start",
        Key::NavApplications => "Applications",
        Key::NavPostings => "Postings",
        Key::NavRetention => "Retention",
        Key::NavEmployees => "Employees",
        Key::NavPapers => "Papers",
        Key::NavPool => "Talent pool",
        Key::NavEvidence => "Consents",
        Key::NavRequests => "Requests",
        Key::NavAudit => "Journal",
        Key::NavPeople => "People",
        Key::SignOut => "Sign out",
        // End of shared
        // Careers site
        // Frame of the site
        Key::NavSite => "Site",
        Key::NavAbout => "About",
        Key::NavOpenPostings => "Open postings",
        Key::NavMyApplication => "My application",
        Key::NavNotice => "Privacy notice",
        Key::NavImprint => "Imprint",
        Key::NavStaff => "Staff sign-in",
        Key::FooterText => "{}. Two cookies, no trackers. Run with Ablauf, which forgets on time.",
        Key::SetLanguage => "Change language",
        // Open postings
        Key::HomeHeading => "Work at {}",
        Key::HomeLead => {
            "You apply in a few minutes, without an account. When a procedure has ended, we forget what you sent us, and we can \
             prove it."
        }
        Key::HomeEmptyTitle => "No posting is open today",
        Key::HomeEmptyText => "New ones appear here first. If you have already applied, your application goes on.",
        Key::SeeMyApplication => "See where my application stands",
        Key::HomeFilters => "Narrow down",
        Key::EveryDepartment => "Every department",
        Key::EveryPlace => "Every place",
        Key::EveryKind => "Every kind",
        Key::OpeningsAllOne => "One posting is open",
        Key::OpeningsAllMany => "{} postings are open",
        Key::OpeningsSome => "{} of {} open postings",
        Key::OpeningsNoneTitle => "No open posting fits all of that",
        Key::OpeningsNoneText => "Each choice narrows the list further. Leave one out, or look at everything that is open.",
        Key::OpeningsShowAll => "Show every open posting",
        Key::FeedLink => "New postings as a feed",
        Key::ApplyUntilThen => "Apply until then",
        Key::LastDaysToApply => "Last days to apply",
        Key::LastDayToApply => "Last day to apply",
        // One posting
        Key::JobFacts => "At a glance",
        Key::JobApplyBy => "Apply by",
        Key::JobDepartment => "Department",
        Key::JobPlace => "Place",
        Key::JobKind => "Kind",
        Key::JobPay => "Pay",
        Key::JobAnswer => "Answer",
        Key::JobAnswerOne => "within a day",
        Key::JobAnswerMany => "within {} days",
        Key::JobAnswerBy => "If you apply today, you hear from us by {} at the latest.",
        Key::AnswerBy => "You hear from us by {} at the latest.",
        Key::JobSeats => "People sought",
        Key::JobApply => "Apply for this posting",
        Key::WhatNext => "What happens next",
        Key::JobQuestions => "Questions first?",
        Key::JobAsked => "What the form also asks",
        Key::ApplyQuestions => "Questions about this position",
        Key::AnswerChoiceNone => "No answer",
        Key::HintNumber => "A number, such as 1200 or 37.5",
        Key::HintFile => "PDF, DOCX, ODT, PNG or JPEG, at most {}.",
        Key::JobQuestionsNote => "Asking is not applying.",
        Key::JobData => "What happens to your data",
        Key::JobDataText => {
            "Sealed as it arrives. At first only HR can open it; the department sees what HR releases. Then it is forgotten:"
        }
        Key::CourseApply => "You apply",
        Key::CourseApplyWhen => "today or later",
        Key::CourseUntil => "Applications accepted until",
        Key::CourseClosedBy => "Procedure closed at the latest on",
        Key::CourseClosedOn => "Procedure closed on",
        Key::CourseErased => "Everything erased from",
        Key::ReadNotice => "Read the privacy notice",
        // A posting that no longer takes applications
        Key::JobGoneTitle => "No longer open",
        Key::JobGoneHeading => "This posting no longer takes applications",
        Key::JobGoneLead => "If you applied, your application goes on.",
        Key::JobGoneUntil => "Applications were taken until {}.",
        Key::JobGoneOthers => "Open today",
        // Application form
        Key::ApplyTitle => "Apply: {}",
        Key::ApplyHeading => "Apply for “{}”",
        Key::ApplyLead => "About five minutes. No account. You will need your CV as a file.",
        Key::HintEmail => "We write only about this application.",
        Key::HintPhone => "If you would rather be called.",
        Key::HintMessage => "Why you, why us? A few sentences are enough. Up to {} characters.",
        Key::DisabilityHint => {
            "You may say so or leave it; leaving it has no disadvantage. It is sealed apart from everything else."
        }
        Key::DisabilityBox => "I am severely disabled, or treated as equal",
        Key::DisabilityBoxHint => {
            "Then the employer has to tell the representative of severely disabled staff and the works council of your \
             application at once (section 164(1) SGB IX). Department heads see it only if HR releases it by itself."
        }
        Key::NoRepresentativeBox => "Leave the representative of severely disabled staff out",
        Key::NoRepresentativeBoxHint => "Only together with the statement above. The works council is told all the same.",
        Key::HintCv => "PDF, DOCX or ODT, up to {}.",
        Key::HintDocuments => "Certificates, references: PDF, DOCX, ODT, PNG or JPEG, up to {} files of {} each.",
        Key::NoticeInShort => "The privacy notice in short",
        Key::NoticeShortUse => {
            "{} uses what you state only to handle this application and to decide on it (Art. 6(1)(b) GDPR and, where \
             applicable, section 26(1), (8) sentence 2 BDSG). At first only HR sees it; during the procedure also the head of \
             the department concerned, where HR releases it."
        }
        Key::NoticeShortEnd => {
            "Everything is erased at the latest {}. You may ask for information, correction, erasure, restriction and a copy, \
             object, and complain to an authority. No decision is made by a machine."
        }
        // A period; in German the accusative
        Key::MonthsOne => "one month",
        Key::MonthsMany => "{} months",
        Key::NoticeWhole => "The whole notice, in a new tab",
        Key::NoticeBox => "I have read the privacy notice",
        Key::NoticeBoxHint => "This is not a consent; it says that you were told. Nothing is stored before you tick it and send.",
        Key::ApplySealed => "What you send is sealed as it arrives. At first only HR at {} can open it, and from {} nobody can.",
        Key::ApplySend => "Send application",
        Key::FileAgainTitle => "One more thing: your CV",
        Key::TypedKept => "What you typed is still here.",
        Key::NotStoredNote => "Nothing of yours was stored, not even in part. What you typed is still here.",
        Key::NotStoredCv => "Choose your CV again and send the form in a few minutes",
        Key::SentBeforeTitle => "This form was sent before",
        Key::SentBeforeNote => {
            "What was sent first has arrived and stands as it was. What you see here now was not sent. If it is to be another \
             application, send it once more; if not, you need do nothing."
        }
        Key::HeldBackTitle => "Your application was not sent yet",
        Key::HeldBackNote => {
            "Many forms are coming in at the moment without a sign that a person’s browser sent them. With JavaScript, your \
             browser gives that sign by itself: send the form again. Without JavaScript, please wait a while. Nothing of yours \
             was stored, and what you typed is still here."
        }
        Key::HeldBackOne => "Choose your CV again and send the form in one minute",
        Key::HeldBackMany => "Choose your CV again and send the form in {} minutes",
        // While an application is sent
        Key::SendingTitle => "Sending your application",
        Key::SendingProgress => "{} of {}, sealed as it arrives.",
        Key::SendingSeconds => "About {} seconds.",
        Key::SendingArrived => "All of it has arrived. The receipt comes next.",
        Key::SendingHint => "Cancelling leaves nothing with us. What you typed stays on this page.",
        Key::SendingCancel => "Cancel",
        Key::CancelledTitle => "Cancelled",
        Key::CancelledText => "Nothing was sent. What you typed and the file you chose are still here.",
        Key::BrokenTitle => "The connection broke off",
        Key::BrokenText => {
            "What you typed and the file you chose are still here. Check your connection and send again; sent twice, it is \
             still one application."
        }
        Key::FileStillChosen => "The file you chose is still chosen.",
        // Receipt
        Key::ReceiptHeading => "We have your application",
        Key::ReceiptCode => "Your receipt code",
        Key::ReceiptKeep => "Write it down or print this page: it is shown for ten minutes only.",
        Key::ReceiptWhy => "With it you see where your application stands. We keep no copy that we could read back to you.",
        Key::CertificateNumber => "Certificate number",
        Key::ErasedFrom => "Erased from",
        Key::ReceiptNextRead => "HR reads your application.",
        Key::ReceiptNextRelease => "If a department is to read along, HR releases single parts to it, for a time.",
        Key::ReceiptNextStatus => "Under “My application” you see each step, and every date that moves.",
        Key::ReceiptNextErased => "From {} nothing readable is left, backups included. The certificate number proves it.",
        Key::ReceiptOthers => "Other postings",
        Key::WhoToTurnTo => "Who to turn to",
        Key::PrivacyOfficerIs => "Privacy officer: {}",
        Key::ComplainTo => "You may also complain to {}",
        // Status by receipt code
        Key::StatusHeading => "Where your application stands",
        Key::StatusLead => {
            "Your receipt code opens status, dates, and who opened your application when. What you sent is not shown."
        }
        Key::StatusCode => "Receipt code",
        Key::StatusCodeHint => {
            "Four groups of four, for example KR4N-7F4M-9QXD-2HBE. Small letters and missing dashes are fine. Once everything \
             is erased, the certificate number works here too."
        }
        Key::StatusShow => "Show my application",
        Key::StatusLost => "Lost the code? Write to the people named in the privacy notice, from the address you applied with.",
        Key::CodeHeading => "See everything, and change it",
        Key::CodeLead => {
            "We mail a code to the address you applied with. With it you read all that is kept of you, take it with you, \
             correct it, withdraw, or have it erased."
        }
        Key::CodeSend => "Mail me a code",
        Key::CodeNoMail => {
            "This house sends no mails. Write to the people named in the privacy notice; they make sure that it is you who \
             asks."
        }
        Key::CodeSentHeading => "Look into your mailbox",
        Key::CodeSentLead => {
            "If anything is kept under the address, a code of eight digits is on its way there; if nothing is, the mail says \
             so. It is good for {} minutes."
        }
        Key::CodeField => "Code from the mail",
        Key::CodeFieldHint => "Eight digits, for example 4711 0815.",
        Key::CodeShow => "Show what is kept of me",
        Key::CodeNone => {
            "Nothing came after some minutes? Look among the unwanted mails, and check the address. To one address at most {} \
             codes go in an hour."
        }
        Key::CodeAgain => "Have another code sent",
        Key::CodeWrong => "This code opens nothing",
        Key::CodeWrongText => {
            "Check the digits. A code is good once and for {} minutes, and the last one that was sent to this browser counts."
        }
        Key::CodeTooMany => "Too many tries",
        Key::CodeTooManyText => "For now nothing opens with this code any more. Have another one sent in an hour.",
        Key::CodeHeldBack => "From where you are, too many codes were asked for. Try again in a while.",
        Key::OwnListTitle => "Your applications",
        Key::OwnListLead => "Everything that is kept under your address. Each has its own date and its own certificate.",
        Key::OwnLeave => "Leave",
        Key::OwnLeaveText => "After an hour this page closes by itself.",
        Key::OwnTitle => "What is kept of you",
        Key::OwnMadeAt => "Copy of {}.",
        Key::OwnAlong => "Take it with you",
        Key::OwnAlongText => {
            "One file with everything: a page to read, your documents as you sent them, and the data in a form that programs \
             read."
        }
        Key::OwnAlongAll => "Everything (ZIP)",
        Key::OwnAlongSupplied => "Only what I sent (ZIP)",
        Key::OwnAlongHint => "Only what you sent is for another employer or service (Art. 20 GDPR).",
        Key::OwnCan => "What you can do",
        Key::OwnHeld => "It is kept beyond its date for a legal claim, and goes once that has ended.",
        Key::OwnSent => "What you sent",
        Key::OwnRemarks => "What was written about you",
        Key::OwnRemarksNone => "Nothing was written about you.",
        Key::OwnRemarksUnchecked => {
            "There are notes or comments. Before you read them, a person looks whether they say something of others (Art. \
             15(4) GDPR)."
        }
        Key::OwnRemarksAsked => "You asked for notes and comments. You have them by {} at the latest.",
        Key::OwnRemarksAsk => "Ask for notes and comments",
        Key::OwnRemarksAskText => {
            "Within a month you read here what was written about you. What would say something of somebody else stays out, \
             and you are told so."
        }
        Key::OwnRemarksSend => "Ask for them",
        Key::OwnReason => "Reason of the decision",
        Key::OwnRedacted => "without others",
        Key::OwnWithheld => "withheld",
        Key::OwnRecipients => "Who received it",
        Key::OwnRecipientsText => "Beside HR, which sees every application from its arrival.",
        Key::OwnRecipientsNone => "Nobody but HR, which sees every application from its arrival.",
        Key::OwnWho => "Who",
        Key::OwnReceived => "What",
        Key::OwnFrom => "From",
        Key::OwnUntil => "Until",
        Key::OwnDepartment => "Head of {}",
        Key::OwnRequests => "What you asked",
        Key::OwnAnswerBy => "It is answered by {} at the latest.",
        Key::OwnAnswered => "{}: {}",
        Key::OwnInformation => "What you should know",
        Key::RequestInformation => "Information",
        Key::RequestCorrection => "Correction",
        Key::RequestErasure => "Erasure",
        Key::RequestRestriction => "Restriction",
        Key::RequestPortability => "Data to take along",
        Key::RequestObjection => "Objection",
        Key::ReplyGranted => "done as you asked",
        Key::ReplyRefused => "not done",
        Key::OwnErase => "blocked now, and erased within a day",
        Key::OwnKeepForDefence => {
            "blocked now, and erased on the date above. Until then it is needed to answer a claim (Art. 17(3)(e) GDPR, \
             section 15(4) AGG)"
        }
        Key::OwnKeepForClaim => "blocked now, and erased once a claim that needs it has ended (Art. 17(3)(e) GDPR)",
        Key::OwnKeepRestricted => "blocked now; it stays as long as you want it kept, by the restriction you asked for",
        Key::OwnAskFirst => "you were hired: somebody speaks with you first",
        Key::OwnCorrect => "Correct something",
        Key::OwnCorrectText => "It counts at once. What stood there before stays in the history, as long as the application.",
        Key::OwnCorrectElse => "Something else is wrong",
        Key::OwnCorrectElseHint => "In your documents or answers, say: a person puts it right and answers within a month.",
        Key::OwnCorrectSend => "Save",
        Key::AddressChange => "Change the e-mail address",
        Key::AddressOwnText => {
            "A code goes to the new address. Once you have shown it, the new one counts for all your applications, and the \
             old one is told."
        }
        Key::AddressNew => "New e-mail address",
        Key::AddressUnreached => "Mails do not reach you?",
        Key::AddressText => {
            "Perhaps the address was mistyped. A code goes to the right one; once you have shown it, that one counts."
        }
        Key::OwnWithdraw => "Withdraw the application",
        Key::OwnWithdrawText => "You take no further part. Everything stays until its date, unless you have it erased too.",
        Key::OwnWithdrawSend => "Withdraw",
        Key::OwnRestrict => "Have it used no further",
        Key::OwnRestrictText => {
            "It counts at once: the application leaves every list, and nobody reads it but for a purpose of the law (Art. 18 \
             GDPR). You are told before that ends."
        }
        Key::OwnRestrictAll => "It is restricted on every ground.",
        Key::OwnRestrictSend => "Restrict",
        Key::OwnGround => "Why?",
        Key::OwnGroundAccuracy => "Something in it is wrong, and is to be checked first",
        Key::OwnGroundUnlawful => "It may not be used, but I do not want it erased",
        Key::OwnGroundClaim => "I need it for a legal claim of mine",
        Key::OwnWords => "What you want to say about it",
        Key::OwnObject => "Object",
        Key::OwnObjectText => "Until a person has looked at it, your data are used no further (Art. 21 and 18(1)(d) GDPR).",
        Key::OwnObjectWords => "What it is about your situation that speaks against it",
        Key::OwnObjectSend => "Object",
        Key::OwnErasure => "Have it erased",
        Key::OwnErasureText => {
            "It is blocked at once. If nobody has decided about it, it is erased within a day; else on its date, and you are \
             told why. This cannot be taken back."
        }
        Key::OwnErasureWhich => "Which?",
        Key::OwnErasureThis => "This one",
        Key::OwnErasureAll => "All of mine",
        Key::OwnErasureSend => "Erase",
        Key::MailGreeting => "Hello,",
        Key::MailReceipt => "Your application has arrived",
        Key::MailReceiptText => "your application to {} has arrived.",
        Key::MailNews => "There is news about your application",
        Key::MailNewsText => "there is news about your application to {}.",
        Key::MailEnded => "The procedure has ended",
        Key::MailEndedText => {
            "the procedure in which you applied to {} has ended. No decision about your application was recorded in it."
        }
        Key::MailMoved => "The date of erasure has changed",
        Key::MailMovedText => {
            "everything that belongs to your application to {} is now kept until the end of {} and then erased."
        }
        Key::MailAnswered => "Your request is answered",
        Key::MailAnsweredText => "what you asked {} about your data is answered.",
        Key::MailAnsweredWhere => "You read the answer there, after a code that is mailed to you has shown that it is you:\n{}",
        Key::MailChanged => "Your address was changed",
        Key::MailChangedText => "somebody has had the address changed that {} keeps of you. From now on mails go to another one.",
        Key::MailChangedNotYou => {
            "If it was you, there is nothing to do. If it was not, tell the people who are named at once:\n{}"
        }
        Key::MailErased => "Your application was erased",
        Key::MailErasedText => {
            "your application to {} was erased, with everything that belonged to it. This is the last mail: your address goes \
             with it."
        }
        Key::MailCode => "Your code",
        Key::MailCodeText => {
            "somebody asked to see what {} keeps under this address. The code for it is\n\n    {}\n\nIt is good for {} \
             minutes, once, and in the browser only in which it was asked for."
        }
        Key::MailCodeNotYou => {
            "If it was not you, you need not do anything: without the code nobody sees anything. Nobody of ours will ever ask \
             you for it."
        }
        Key::MailNobody => "Nothing is kept under this address",
        Key::MailNobodyText => "somebody asked to see what {} keeps under this address. There is nothing under it.",
        Key::MailNobodyElse => {
            "If you applied with another address, ask for the code with that one, at\n{}\nIf it was not you who asked, you \
             need not do anything."
        }
        Key::MailStatus => "Where it stands, and when it is erased, you see with the code of your receipt at\n{}",
        Key::MailProof => {
            "The certificate of its erasure has the number\n{}\nEnter the number, and you see the certificate and can save \
             its proof, at\n{}"
        }
        Key::MailWhyShort => "Mails are not well protected on their way. That is why this one says nothing about you.",
        Key::StatusUnknownTitle => "We cannot show anything for this code",
        Key::StatusUnknownLink => "Check the receipt code",
        Key::StatusUnknownText => "Check the code. It may be mistyped, or the application may already be forgotten.",
        Key::StatusArriving => "Your application has arrived",
        Key::StatusArrivingText => "It is being taken in. Look again in a few minutes.",
        Key::StatusReview => "Your application is being read",
        Key::StatusInterview => "We are getting to know each other",
        Key::StatusReserve => "The decision is still open",
        Key::StatusOffer => "An offer is being prepared",
        Key::StatusHired => "We would like to work with you",
        Key::StatusRejected => "We cannot offer you this position",
        Key::StatusWithdrawn => "You withdrew your application",
        Key::StatusCourse => "Where it stands",
        Key::CourseReceived => "Received",
        Key::CourseReview => "Being read",
        Key::CourseInterview => "Getting to know each other",
        Key::CourseDecision => "Decision",
        Key::StatusCertificate => {
            "Until then the certificate number {} stands for your application; afterwards it proves the erasure."
        }
        Key::StatusRights => "What you can ask for",
        Key::StatusRightsText => {
            "Information, a copy, correction, erasure, restriction, objection. You have an answer within a month."
        }
        Key::OpenedTitle => "Who has opened your application",
        Key::OpenedText => {
            "By day, and by role at the employer. Every opening is entered; lists in which your application only \
             appears are not counted."
        }
        Key::OpenedByNobody => "Nobody has opened your application yet.",
        Key::OpenedBy => "By whom",
        Key::OpenedByStaff => "Somebody at the employer",
        Key::OpenedTimes => "Opened",
        Key::OpenedDocuments => "Documents fetched",
        Key::WhomToAsk => "Whom to ask",
        Key::GoneHeading => "Your application is forgotten",
        Key::GoneLead => {
            "Its key was destroyed; after that nobody can read anything of it. This certificate says nothing about you."
        }
        Key::CertificateTitle => "Certificate of erasure",
        Key::CertificateClosed => "Procedure closed",
        Key::CertificateDue => "Due from",
        Key::CertificateUnreadable => "Unreadable since",
        Key::CertificateEverywhere => "In every copy since",
        Key::CertificateEverywhereSoon => "within a day of its deletion here",
        Key::CertificateErased => "Everything deleted",
        Key::CertificateCounts => "Deleted",
        Key::CertificateCountsText => "rows: {}, files: {}, keys: {}",
        Key::CertificateProofText => {
            "A small file proves that this certificate stands in the journal. Anybody can check it without us, years later too, with \
             the command ablauf audit verify. It names nobody."
        }
        Key::CertificateProofSave => "Save the proof",
        // Sign-in
        Key::SignInTitle => "Sign in",
        Key::SignInLead => "For staff of {}. Applicants need no account.",
        Key::SignInPassword => "Password",
        Key::SignInFailed => "Not signed in",
        Key::SignInNoMatch => "E-mail address and password do not belong together",
        Key::SignInTooManyTries => "Too many tries. Wait a few minutes, then try again.",
        Key::SignInCheckEmail => "Check the address, or the password below.",
        Key::SignInPasswordAgain => "Type the password again.",
        Key::SignInUnsent => {
            "Your session had ended, so what you sent was not stored. Your browser may still hold it: sign in in another \
             tab, then come back to this one and go back one page."
        }
        // Privacy notice
        Key::NoticeTitle => "Privacy notice for applicants",
        Key::NoticeLead => "What we do with an application, and when we stop. Version {}.",
        Key::NoticeToc => "On this page",
        Key::NoticeFile => "As a file (PDF), to print or to keep",
        Key::PageOf => "Page {} of {}",
        Key::NoticeWho => "Who is responsible",
        Key::NoticeWhoText => "Responsible for your data is {}",
        Key::NoticeWhy => "What for, and on what basis",
        Key::NoticeWhyText => {
            "To handle your application and to decide on it: Art. 6(1)(b) GDPR and, where applicable, section 26(1), (8) \
             sentence 2 BDSG. After a rejection, to defend against claims: Art. 6(1)(f) GDPR. If you are hired, what the \
             employment needs goes over into it, field by field; the rest is erased like everything else."
        }
        Key::NoticeMust => "What you must tell us",
        Key::NoticeMustText => {
            "Nothing by law. Without your name, an e-mail address and a CV we cannot handle an application, nor without an \
             answer to those questions of a posting that are not marked as optional; everything else in the form is up to you."
        }
        Key::NoticeHow => "How it reaches us",
        Key::NoticeHowText => {
            "Through a fully encrypted form. It is sealed before anything is stored. Plain e-mail is not fully protected; so \
             send nothing about yourself that way."
        }
        Key::NoticeSees => "Who sees it",
        Key::NoticeSeesText => {
            "At first only HR. During the procedure also the heads of the departments concerned, part by part, as HR releases \
             it. Notes that arise inside are your data too, and you can read them. Every look is recorded."
        }
        Key::NoticeDisabilityText => {
            "Whoever states a severe disability, which nobody has to: the representative of severely disabled staff and the \
             works council are told at once (section 164(1) SGB IX; Art. 9(2)(b) GDPR, section 26(3) BDSG), the representative \
             not if you say so. It is sealed by itself and no department sees it with the rest."
        }
        Key::NoticeRecipients => "Who else receives data: {}",
        Key::NoticeRegion => "Where they are kept, and by whom: {}",
        Key::NoticeCountries => "Countries outside the EU: {}",
        Key::NoticeEnd => "How long",
        Key::NoticeEndText => {
            "At the latest {} nothing readable is left, backups included; each posting names its day, and that one counts. A \
             certificate without personal data proves it."
        }
        Key::NoticeRights => "Your rights",
        Key::NoticeRightsAsk => {
            "Information, correction, erasure, restriction, objection, a portable copy: write to the privacy officer, {}"
        }
        Key::NoticeRightsCode => "Before we give information, we make sure that it is you who asks.",
        Key::NoticeRightsComplain => "You may complain to the authority: {}",
        Key::NoticeNot => "What we do not do",
        Key::NoticeNotText => {
            "No decision is made by a machine. No tracker, no external font, two technically necessary cookies (language and \
             sign-in). The form is not meant for minors."
        }
        Key::NoticeNotYetSaid => "not stated yet",
        // When something does not work
        Key::BackToDesk => "Back to the desk",
        Key::TroubleNotFound => "There is nothing at this address",
        Key::TroubleNotFoundText => "It may be mistyped, or it never existed. Nothing is wrong with what you sent.",
        Key::TroubleGone => "This is gone",
        Key::TroubleGoneText => "What stood here was taken down or erased, as announced. It does not come back.",
        Key::TroubleRole => "This is not yours to open",
        Key::TroubleRoleText => {
            "Your account may not do this. If you need it for your work, ask HR, or the administration for another role."
        }
        Key::TroubleEnded => "This is no longer released to you",
        Key::TroubleEndedText => "The release ended on {}: {}.",
        Key::TroubleEndedAskAgain => {
            "Your own comments stay with the application. If you still need it for your work, ask HR to release it again."
        }
        Key::TroubleEndedForAll => {
            "It ended for everyone outside HR. Your own comments stay with the application until it is erased."
        }
        Key::TroubleBlocked => "This record is blocked",
        Key::TroubleBlind => "This is reviewed blind",
        Key::TroubleBlindText => {
            "Who the applicants are stays hidden until HR lifts that. What you may read is on the application's page."
        }
        Key::TroubleDeputyText => "Whoever you stood in for can ask the administrator to prolong it.",
        Key::TroubleBlockedText => {
            "The procedure is closed, and the record waits for its date. Until then nobody opens it without a reason from the \
             list."
        }
        Key::TroubleRestricted => "Processing is restricted",
        Key::TroubleRestrictedText => {
            "The applicant asked for a restriction (Art. 18 GDPR). Until it is lifted, this stays closed; the privacy officer \
             knows more."
        }
        Key::TroubleTooLarge => "This is too large",
        Key::TroubleTooLargeText => {
            "At most {} are taken; we stopped reading after that and kept nothing. Go back and choose something smaller."
        }
        Key::TroubleUnsupported => "This kind of file is not taken",
        Key::TroubleUnsupportedText => {
            "PDF, DOCX and ODT are, recognised by their content. Nothing was kept. Go back and choose another file."
        }
        Key::TroubleConflict => "Somebody else was faster",
        Key::TroubleConflictText => {
            "This was changed while you looked at it, so yours was not saved. Go back, load the page again and decide anew."
        }
        Key::TroubleConflictHere => {
            "Somebody changed this a moment ago, so yours was not saved. Below is how it stands now: look at it and send again."
        }
        Key::TroubleUnavailable => "We cannot take anything in right now",
        Key::TroubleUnavailableText => {
            "Our storage does not answer. Nothing of yours was stored, not even in part. Please try again in a few minutes."
        }
        Key::TroubleBadRequest => "We could not read this request",
        Key::TroubleBadRequestText => {
            "It arrived incomplete, or not from one of our own pages. Nothing was stored. Go back, load the page again and send \
             once more."
        }
        Key::TroubleSignIn => "Please sign in first",
        Key::TroubleSignInText => {
            "This is for staff. If you were signed in, your session has ended; nothing of yours was stored."
        }
        Key::TroubleRefused => "A rule stands against this",
        Key::WrittenNotStored => "What you wrote; it was not stored",
        Key::WrittenNotStoredHint => "Copy it if you still need it: it stands nowhere else.",
        // Which rule stands against it
        Key::RefusedProcedureClosed => "The procedure is closed; nothing about its applications changes any more.",
        Key::RefusedUnchanged => "It already is as you wanted it.",
        Key::RefusedHandedOver => "The handover has taken place; the outcome stands.",
        Key::RefusedNoSeat => "Every place of this posting is taken. Take back a hiring first.",
        Key::RefusedSeatsOne => {
            "Only one place of this posting is free; nobody was hired. Choose one person, or take back a hiring first."
        }
        Key::RefusedSeatsMany => {
            "Only {} places of this posting are free; nobody was hired. Choose fewer, or take back a hiring first."
        }
        Key::RefusedNotRejected => "Only a rejection can have been received. Record that outcome first.",
        Key::RefusedPoolNotRejected => "The talent pool is for those who were told a rejection. Record that outcome first.",
        Key::RefusedInPool => "This person is in the talent pool already.",
        Key::RefusedLastOfHr => "Then nobody in HR would see this application any more. Let somebody back first.",
        Key::RefusedRepresentative => {
            "An applicant wants the representative of severely disabled staff to be left out. Nothing was released."
        }
        Key::RefusedIntakePast => "The last day for applications is over already. Choose a later one.",
        Key::RefusedCloseBeforeIntake => "The planned close must come after the last day for applications.",
        Key::RefusedIntakeTooLate => "The last day for applications may be at most two years from today.",
        Key::RefusedCloseTooLate => "The planned close may come at most two years after the last day for applications.",
        Key::RefusedPostingState => "The posting is not in a state for this. Load its page again to see where it stands.",
        Key::RefusedUndecidedOne => "One application has no outcome yet. Decide it first, then close.",
        Key::RefusedUndecidedMany => "{} applications have no outcome yet. Decide them first, then close.",
        Key::RefusedNotHired => "Only hired applicants are handed over. Record the outcome first.",
        Key::RefusedNotice => {
            "The privacy notice is not complete. What it must name is filled in by the administration, under “Settings”; then the \
             posting can be published."
        }
        Key::RefusedClock => "The clock was moved. Nothing is erased before a person has confirmed it.",
        // End of careers site
        // Desk
        // Forms, lists and tables of the desk
        Key::DeskProblemsOne => "Nothing was saved yet: one thing to put right",
        Key::DeskProblemsMany => "Nothing was saved yet: {} things to put right",
        Key::AskProblemsOne => "Nothing was looked up yet: one thing to put right",
        Key::AskProblemsMany => "Nothing was looked up yet: {} things to put right",
        Key::Cancel => "Not now",
        Key::PagerLabel => "Pages",
        Key::PagerNewer => "Newer",
        Key::PagerOlder => "Older",
        Key::PagerNewest => "Newest",
        Key::ColumnApplicant => "Applicant",
        Key::ColumnPosting => "Posting",
        Key::ColumnStage => "Stage",
        Key::ColumnOutcome => "Outcome",
        Key::ColumnReceived => "Received",
        Key::ColumnState => "State",
        Key::ColumnCloses => "Procedure closes",
        Key::ColumnFile => "File",
        Key::ColumnKind => "Kind",
        Key::ColumnSize => "Size",
        Key::Name => "Name",
        Key::Somebody => "the applicant",
        Key::TheHouse => "Ablauf",
        Key::Blocked => "Blocked",
        Key::ApplicationOf => "Application of {}",
        Key::ApplicationsOne => "1 application",
        Key::ApplicationsMany => "{} applications",
        Key::UndecidedOne => "1 undecided",
        Key::UndecidedMany => "{} undecided",
        // What waits
        Key::StartTitle => "What waits for you",
        Key::StartNothingTitle => "Nothing waits for you",
        Key::StartNothingText => "New applications and dates that draw near stand here.",
        Key::WaitsOverdueOne => "erasure is overdue",
        Key::WaitsOverdueMany => "erasures are overdue",
        Key::WaitsReceivedOne => "new application to look at",
        Key::WaitsReceivedMany => "new applications to look at",
        Key::WaitsUndecidedOne => "application without an outcome",
        Key::WaitsUndecidedMany => "applications without an outcome",
        Key::WaitsHiredOne => "hired applicant waits for the handover",
        Key::WaitsHiredMany => "hired applicants wait for the handover",
        Key::WaitsErasuresOne => "application is erased within {} days",
        Key::WaitsErasuresMany => "applications are erased within {} days",
        Key::StartClosing => "Close by themselves within {} days",
        Key::StartComment => "Waiting for your comment",
        Key::StartCommentText => {
            "HR released these to you and has not heard from you yet. When the release ends, so does your view."
        }
        Key::StartNoCommentTitle => "Nobody waits for your comment",
        Key::StartNoCommentText => "When HR releases an application to you, it stands here until you have said what you think.",
        Key::StartTold => "Severely disabled applicants",
        Key::StartToldText => "The employer told you of these applications when they arrived (section 164(1) SGB IX).",
        Key::ColumnTold => "Told on",
        Key::StartPeopleText => "You look after accounts and settings. Applicants’ data are not shown to you.",
        Key::ReleasedUntil => "Released until",
        // List of applications
        Key::ListNewestFirst => "Newest first",
        Key::ListReleasedTitle => "Released to you",
        Key::EveryPosting => "Every posting",
        Key::AnyStage => "Any stage",
        Key::AnyOutcome => "Any outcome",
        Key::FilterShow => "Show",
        Key::FilterClear => "Clear",
        Key::ListEmptyTitle => "Nobody has applied yet",
        Key::ListEmptyText => "Applications appear here the moment they arrive. A posting has to be open for that.",
        Key::ListFilteredEmptyTitle => "No application matches these filters",
        Key::ListFilteredEmptyText => "Choose fewer filters, or look at all of them.",
        Key::ListShowAll => "Show every application",
        Key::ListReleasedEmptyTitle => "Nothing is released to you",
        Key::ListReleasedEmptyText => {
            "HR reads applications first and then releases single parts to you, for a time. There is nothing to do \
             until then. If you miss someone, ask HR."
        }
        // One application
        Key::ReceivedOn => "received on {}",
        Key::ActsLabel => "Acts",
        Key::HandoverLink => "Hand over to an employee record",
        Key::ErasedAfterPlan => {
            "Everything is erased from {}. The procedure closes by itself on {}; if you close it earlier, the erasure comes \
             earlier too."
        }
        Key::ErasedByReceipt => "Everything is erased from {}, counted from the receipt of the rejection.",
        Key::ErasedAfterClose => "Everything is erased from {}. The procedure closed on {}.",
        Key::BlockedClosed => {
            "The procedure is closed. Nobody reads the contents any more; they wait, sealed, to be erased from {}."
        }
        Key::BlockedHandedOver => {
            "What the employment needs was handed over to the employee record. Nobody reads the rest any more; it is erased from \
             {}."
        }
        Key::ReleasedToYou => {
            "You see: {}. Released to you until {}, or until HR revokes it. What you open here stands in the journal."
        }
        Key::CertificateToCome => "Certificate",
        Key::LetterEmpty => "No message came with this application.",
        Key::DocumentsTitle => "Documents",
        Key::DocumentView => "View",
        Key::DocumentViewNamed => "View {} in a new tab",
        Key::DocumentDownload => "Download",
        Key::DocumentDownloadNamed => "Download {}",
        Key::CommentsTitle => "Comments",
        Key::CommentsNone => "Nobody has commented yet.",
        Key::CommentTitle => "What do you say?",
        Key::CommentHint => "About the work, not the person.",
        Key::CommentSend => "Send comment",
        Key::RemarkText => "Comment",
        Key::JudgementQuestion => "Meet this applicant?",
        Key::JudgementYes => "Yes",
        Key::JudgementMaybe => "Maybe",
        Key::JudgementNo => "No",
        Key::NotesTitle => "Internal notes",
        Key::NoteText => "Add a note",
        Key::NoteSend => "Add note",
        Key::StageMoveTo => "Move to",
        Key::StageMove => "Move",
        Key::OutcomeSince => "{} since {}",
        Key::OutcomeRecord => "Outcome to record",
        Key::OutcomeTakeBack => "Take it back: undecided",
        Key::OutcomeReason => "Reason",
        Key::OutcomeSend => "Record outcome",
        Key::RejectionReceivedOn => "Rejection received on",
        Key::RejectionReceivedHint => {
            "Only for a rejection, and only if you know the day. The applicant’s period for claims begins then."
        }
        Key::RejectionTitle => "Receipt of the rejection",
        Key::RejectionText => {
            "Often known only later; leave it empty while it is not. The applicant’s period for claims begins on this day. Where \
             applications are kept from the rejection on, the day of erasure moves with it."
        }
        Key::RejectionSend => "Save this day",
        Key::ReleasesTitle => "Releases",
        Key::ReleaseSees => "{} sees: {}",
        Key::ReleaseUntilDay => "until {}",
        Key::ReleaseRevokedOn => "revoked on {}",
        Key::ReleaseOver => "Ended",
        Key::ReleaseRevoke => "Revoke",
        Key::ReleaseRevokeFrom => "Revoke the release to {}",
        Key::ReleaseRevokeText => {
            "From this moment nobody reads the application by this release: not on a page, in a list or by a link that is \
             open. What was written stays. It can be released anew."
        }
        Key::DialogKeep => "Leave it as it is",
        Key::ReleaseNew => "Release …",
        Key::ReleaseTo => "To whom",
        Key::AudienceDepartment => "Department: {}",
        Key::ReleaseBlind => {
            "This posting is reviewed blind: name, addresses and the documents that came in stay hidden even where they are released."
        }
        Key::ReleaseManyTitle => "Release several applications",
        Key::ReleaseManyLink => "Release several …",
        Key::ReleaseManyWhich => "Which applications",
        Key::ReleaseManyNone => "Nobody undecided is left to release.",
        Key::ReleaseManyNewest => "These are the newest {}; there are more. Release these first: who is decided makes room.",
        Key::StandingBox => "Also every application that comes in until then",
        Key::StandingBoxHint => "For works council and representative only: others see what HR has looked at first.",
        Key::StandingTitle => "Released with every arrival",
        Key::StandingEnd => "End",
        Key::StandingEndOf => "End the release to {} with everything it shows",
        Key::StandingShowsOne => "one application now",
        Key::StandingShowsMany => "{} applications now",
        Key::ExclusionsTitle => "Kept from",
        Key::ExclusionNew => "Keep from somebody …",
        Key::ExclusionText => {
            "For this person the application does not exist: no list, no number and no search shows it. So it stays hidden from the boss of an internal applicant, for example."
        }
        Key::ExclusionWhom => "From whom",
        Key::ExclusionSend => "Keep from this person",
        Key::ExclusionByHr => "since {}",
        Key::ExclusionBySelf => "stepped aside on {}",
        Key::ExclusionLift => "Let back",
        Key::ExclusionLiftFor => "Let {} back",
        Key::RecuseNew => "I know this person …",
        Key::RecuseText => {
            "You step aside: the application disappears for you at once, from every list. Only HR can let you back. What you have said so far stays."
        }
        Key::RecuseSend => "Step aside",
        Key::RedactedNew => "Add a copy …",
        Key::RedactedText => {
            "A copy of the documents in which nobody can recognise the person: without name, picture, address, age. It can be released in a blind review."
        }
        Key::RedactedFile => "The copy: PDF, DOCX or ODT",
        Key::RedactedSend => "Add the copy",
        Key::BlindReader => "This posting is reviewed blind: who the applicant is stays hidden until HR lifts that.",
        Key::SaidTitle => "Your comment is saved",
        Key::SaidNext => "Next, waiting for you:",
        Key::SaidAll => "Nothing else waits for you.",
        Key::ReleaseSections => "What it may see",
        Key::ReleaseNothing => "Tick at least one part",
        Key::ReleaseUntilRange => "Choose a day from today on, at most a year ahead",
        Key::ReleaseUntil => "Until",
        Key::ReleaseUntilHint => "It ends by itself that evening, and before that with a rejection or the close.",
        Key::ReleaseSend => "Release",
        Key::ReleaseEnded => "A rejection, a withdrawal and the close end every release, so a new one would show nothing.",
        Key::ReleaseTold => "Told when it arrived (section 164(1) SGB IX)",
        Key::DisabilityStated => "Severely disabled, or treated as equal; stated in the form.",
        Key::DisabilityDeclined => {
            "The representative of severely disabled staff is to be left out; that is the applicant’s wish."
        }
        Key::DisabilityNobody => "Nobody here signs in as: {}. Tell them another way, at once.",
        Key::HistoryTitle => "History",
        Key::HistoryReceived => "Received",
        Key::HistoryMailed => "Mail sent: “{}”",
        Key::HistoryMailRefused => "The mailbox takes no mails; this one did not arrive: “{}”",
        Key::HistoryMailLost => "No server took this mail for seven days: “{}”",
        Key::HistoryAddressConfirmed => "The applicant has shown that the address is theirs",
        Key::HistoryOwnWithdrew => "The applicant has withdrawn",
        Key::HistoryOwnErasure => "The applicant asked for erasure: {}",
        Key::HistoryOwnRestricted => "The applicant restricted the processing: {}",
        Key::HistoryOwnCorrected => "The applicant corrected: {}",
        Key::HistoryRequest => "A request came in: {}",
        Key::HistoryAnswered => "{} answered a request: {}",
        Key::MailUnreachable => "Mails do not reach this person",
        Key::MailUnreachableText => "Call, or write a letter. Record when a rejection was received: silence starts no period.",
        Key::HistoryStage => "{} moved it from {} to {}",
        Key::HistoryOutcome => "{} recorded the outcome {}",
        Key::HistoryOutcomeBack => "{} took back the outcome {}",
        Key::HistoryOutcomeChanged => "{} changed the outcome from {} to {}",
        Key::HistoryReceipt => "{} recorded that the rejection was received on {}",
        Key::HistoryReceiptBack => "{} took back the day on which the rejection was received",
        Key::HistoryReleased => "{} released {}",
        Key::HistoryTold => {
            "Representative and works council were told of a severe disability, as far as the applicant agrees (section 164(1) \
             SGB IX)"
        }
        Key::HistoryRevoked => "{} revoked a release",
        Key::HistoryExcluded => "{} kept the application from somebody",
        Key::HistoryRecused => "{} knows the applicant and stepped aside",
        Key::HistoryReadmitted => "{} let somebody back to the application",
        Key::HistoryRedacted => "{} added a copy without names",
        Key::HistoryClosed => "{} closed the procedure on {}",
        Key::HistoryClosedByItself => "The procedure closed by itself on {}",
        Key::HistoryDue => "The last day became {}",
        Key::HistoryHandedOver => "{} handed it over to the employee records",
        Key::HistoryPooled => "{} put the person into the talent pool until {}",
        Key::HistoryUnpooled => "{} recorded that the consent to the talent pool was withdrawn on {}",
        // Postings
        Key::PostingsEmptyTitle => "No posting yet",
        Key::PostingsEmptyText => "Write the first one. It stays a draft that only HR sees until you publish it.",
        Key::PostingNewTitle => "New posting",
        Key::PostingEditTitle => "Edit posting",
        Key::PostingPublicPage => "Public page",
        Key::PostingAbout => "About this posting",
        Key::IntakeEndsOn => "Last day to apply",
        Key::PlannedCloseOn => "Procedure closes by itself on",
        Key::CourseIntakeEnds => "Intake ends",
        Key::CourseClosesByItself => "Closes by itself",
        Key::CountsTitle => "Undecided by stage, and outcomes",
        Key::CountsOver => "Rejected or withdrawn",
        Key::CountsAll => "In all",
        Key::FactsTitle => "Facts",
        Key::Seats => "Seats",
        Key::SeatsHired => "{}, of which {} hired",
        Key::SeatsHint => "How many you hire.",
        Key::PayHint => "A range in words: gross, per year or month.",
        Key::PayMin => "From, in euros",
        Key::PayMax => "To, in euros",
        Key::PayPeriodLabel => "Gross per",
        Key::PayYear => "Year",
        Key::PayMonth => "Month",
        Key::PayHour => "Hour",
        Key::PayFigures => "The range in figures",
        Key::PayFiguresHint => {
            "Search engines and job boards read it, and people filter by it. Leave both empty if there is none."
        }
        Key::AnswerDays => "Days until an answer",
        Key::AnswerDaysHint => {
            "Counted from the day the application arrives. Applicants read the date on the posting, the receipt and their status."
        }
        Key::PlaceHint => "The town first, or several: Leipzig, or Rotterdam. After a comma, how the work is done there.",
        Key::CountryLabel => "Country",
        Key::CountryGermany => "Germany",
        Key::CountryAustria => "Austria",
        Key::CountryBelgium => "Belgium",
        Key::CountrySwitzerland => "Switzerland",
        Key::CountryCzechia => "Czechia",
        Key::CountryDenmark => "Denmark",
        Key::CountryFrance => "France",
        Key::CountryLuxembourg => "Luxembourg",
        Key::CountryNetherlands => "Netherlands",
        Key::CountryPoland => "Poland",
        Key::PostingLanguage => "Language",
        Key::PostingContact => "Contact person",
        Key::PostingContactHint => "Name, and a phone number or address, for questions before applying.",
        Key::Retention => "Retention",
        Key::RetentionFromClose => "{} after the close of the procedure",
        Key::RetentionFromEarliest => {
            "{} after the close of the procedure or the receipt of the rejection, whichever comes first"
        }
        Key::PostingNobodyTitle => "Nobody has applied yet",
        Key::PostingNobodyText => {
            "Applications appear here the moment they arrive. You can share the address of the public page: {}"
        }
        Key::PostingNobodyLeftTitle => "No application is here",
        Key::PostingNobodyLeftText => {
            "Nobody applied, or everything has been erased by now. The certificates stand on the page of dates."
        }
        Key::PublishTitle => "Publish this draft",
        Key::PublishText => {
            "From then on it stands on the careers site and takes applications until {}. It cannot be edited any more. With the \
             dates as they are, everything is erased from {}; applicants read that date before they apply."
        }
        Key::WarningsTitle => "Before you publish",
        Key::WarningsText => "You can publish all the same. It is your decision.",
        Key::WarningNoMarker => "The title does not say that everybody is meant, as (m/f/d) does.",
        Key::WarningAge => "“{}” hints at age. Who is turned down may take it as a sign of discrimination.",
        Key::WarningPersonal => {
            "A question asks about “{}”. That may be asked only where the work itself makes it necessary, and seldom does."
        }
        Key::WarningNoPay => "There is no pay range. Applicants are to know it before the first conversation.",
        Key::PublishSend => "Publish",
        Key::StopIntakeTitle => "Stop intake",
        Key::StopIntakeOpen => "Stop intake …",
        Key::AccessTitle => "Who sees what",
        Key::BlindOn => "Reviewed blind: nobody but HR reads who the applicants are.",
        Key::BlindOff => "Whoever applications are released to can also read names and documents, where these are released.",
        Key::BlindBegin => "Review blind",
        Key::BlindLift => "Lift the blind review",
        Key::KeepFromNew => "Keep new applications from …",
        Key::KeepFromText => {
            "For those who are ticked, whatever comes in from now on does not exist, before anybody has opened it."
        }
        Key::KeepFromSend => "Save",
        Key::KeepFromIs => "Kept from: {}",
        Key::StopIntakeText => {
            "The public page will then answer that the posting is gone. Applications that are here go on; nothing is erased by \
             this. It cannot be undone."
        }
        Key::StopIntakeSend => "Stop intake now",
        Key::DecideTitle => "Decide several at once",
        Key::DecideText => {
            "Tick for whom the outcome counts. It is recorded for each, with your name as the person who decided. Hiring is \
             recorded on the application itself."
        }
        Key::DecideWhom => "Whom",
        Key::DecideNobody => "Tick at least one name",
        Key::DecideTick => "Choose {}",
        Key::DecideReasonHint => "The same words stand with each of them.",
        Key::DecideTicked => "Record for those ticked",
        Key::DecideShown => "{} of {} shown, the newest first",
        Key::PostingTitle => "Title",
        Key::PostingTitleHint => "With (m/f/d), in the language of the posting.",
        Key::PostingSummary => "One sentence",
        Key::PostingSummaryHint => "It stands in the list of open postings.",
        Key::PostingBody => "Text",
        Key::PostingBodyHint => {
            "What one does, brings and gets, in Markdown: an empty line parts paragraphs, ## begins a heading, - a point in a \
             list, **bold**, [a link](https://…). No images."
        }
        Key::PostingNextStepsHint => "Who answers and when, how many conversations there are.",
        Key::QuestionsTitle => "Questions to applicants",
        Key::QuestionsHint => {
            "The form asks for name, e-mail address, phone, message, CV and other documents anyway. Ask beyond that only what \
             the decision needs; up to {} questions. They can be changed until the posting is published."
        }
        Key::QuestionNumber => "Question {}",
        Key::QuestionText => "Question",
        Key::QuestionKindLabel => "Kind of answer",
        Key::QuestionHintLabel => "What helps to answer it",
        Key::QuestionRequired => "An answer is required",
        Key::QuestionChoices => "Choices",
        Key::QuestionChoicesHint => "For one of several choices: {} to {}, each in a line.",
        Key::QuestionAdd => "Add a question",
        Key::QuestionRemove => "Remove question {}",
        Key::QuestionUp => "Move question {} up",
        Key::QuestionShort => "One line of text",
        Key::QuestionLong => "Several lines of text",
        Key::QuestionChoice => "One of several choices",
        Key::QuestionNumberKind => "A number",
        Key::QuestionDate => "A date",
        Key::QuestionFile => "A file",
        Key::PostingDates => "Dates",
        Key::IntakeEndsOnHint => "That day still counts.",
        Key::PlannedCloseOnHint => "If you leave it empty: six months after the last day to apply.",
        Key::PostingDatesText => {
            "These dates decide when everything is erased. You see that day before you publish, and applicants before they apply."
        }
        Key::PostingPreview => "Preview",
        Key::PostingPreviewText => "This is how it will read. Nothing is stored yet.",
        Key::PostingSave => "Save draft",
        // Closing a procedure
        Key::CloseLink => "Close procedure …",
        Key::CloseTitle => "Close this procedure?",
        Key::CloseUndecidedOne => "Not yet: one applicant has no outcome",
        Key::CloseUndecidedMany => "Not yet: {} applicants have no outcome",
        Key::CloseEffects => "What happens when you close it today, {}",
        Key::CloseBlockedOne => "One application is blocked at once: nobody reads its contents any more.",
        Key::CloseBlockedMany => "{} applications are blocked at once: nobody reads their contents any more.",
        Key::CloseReleases => "Every release to a department ends today.",
        Key::CloseLastDay => "The last day is {}.",
        Key::CloseErasedOne => "The application, its notes and documents are erased from {}, instead of {}.",
        Key::CloseErasedMany => "All {} applications, their notes and documents are erased from {}, instead of {}.",
        Key::CloseHiredOne => "One applicant is hired; that application stays open until its handover.",
        Key::CloseHiredMany => "{} applicants are hired; their applications stay open until their handover.",
        Key::CloseNobody => "Nobody applied, so there is nothing to erase.",
        Key::CloseForGood => "Stages and outcomes stay as they are from then on, and the posting takes no applications.",
        Key::CloseSend => "Close procedure",
        Key::CloseLeave => "Leave it as it is",
        Key::CloseNotYetTitle => "Closing by hand needs an outcome for each",
        Key::CloseNotYetText => "Decide on them, several at once if you like, or let the procedure close by itself on {}.",
        Key::CloseDecideOne => "Decide on one application",
        Key::CloseDecideMany => "Decide on {} applications",
        // Extending, reopening, claims
        Key::DidRepair => "put something right that did not fit together",
        Key::PlanKeptOne => "One of them stays: kept for a claim, or restricted",
        Key::PlanKeptMany => "{} of them stay: kept for a claim, or restricted",
        Key::PlanSave => "Save as CSV",
        Key::RefusedMinorApprenticeship => "This is an apprenticeship: minors apply for it as a matter of course.",
        Key::RefusedMinorClaim => "A claim or a restriction stands against erasing it now.",
        Key::ErasureTitle => "Earlier erasure",
        Key::ErasureAsked => "When the applicant asks for it, or is a minor",
        Key::ErasureAskedText => {
            "The application is blocked at once. Who is undecided is erased within a day; where a claim can still be defended, it goes on its date. The history then says what to answer."
        }
        Key::ErasureAskedSend => "The applicant asks for erasure",
        Key::MinorText => "The application of a minor is erased at once if two people of HR agree and no claim is pending.",
        Key::MinorPropose => "Propose to erase a minor's application",
        Key::MinorOwn => "You proposed to erase it because the applicant is a minor. A second person of HR has to agree.",
        Key::MinorOfOther => "{} proposes to erase it because the applicant is a minor.",
        Key::MinorAgree => "Agree and erase",
        Key::AnswerErase => "it is erased within a day",
        Key::AnswerKeepForDefence => "it is blocked and goes on its date, because a claim can still follow",
        Key::AnswerKeepForClaim => "it is blocked and goes when the claim has ended",
        Key::AnswerKeepRestricted => "it is blocked and stays while its restriction stands",
        Key::AnswerAskFirst => "the applicant is hired: ask what is to become of the contract first",
        Key::HistoryErasureAsked => "{} recorded a request for erasure: {}",
        Key::HistoryMinorProposed => "{} proposed to erase it because of a minor",
        Key::HistoryMinor => "{} agreed to erase it because of a minor",
        Key::DidAnswerErasure => "recorded a request for erasure",
        Key::DidShowCode => "showed a code that was mailed",
        Key::DidReadOwn => "read what is kept of them",
        Key::DidFetchOwn => "fetched a document of their own",
        Key::DidCorrectOwn => "corrected what they stated",
        Key::DidEnterRequest => "entered a request",
        Key::DidIdentify => "recorded how it is known who asks",
        Key::DidCheckRemark => "looked through a remark",
        Key::DidAnswerRequest => "answered a request",
        Key::DidReadRequest => "opened a request",
        Key::DidProposeMinor => "proposed to erase a minor's application",
        Key::DidEraseMinor => "agreed to erase a minor's application",
        Key::LookUpLink => "Look somebody up by an exact address …",
        Key::LookUpTitle => "Look up an applicant",
        Key::LookUpText => {
            "What the close has blocked, or a restriction keeps, opens for you alone and for 30 minutes. The applicant and the privacy officer see that you looked, and what for."
        }
        Key::LookUpEmailHint => "Exactly as it stands in the application.",
        Key::LookUpPurpose => "What for",
        Key::LookUpPurposeHint => {
            "A restricted record opens only for a request of its applicant and for what Art. 18(2) GDPR names."
        }
        Key::LookUpChoose => "Choose …",
        Key::LookUpSend => "Open for 30 minutes",
        Key::LookUpNobody => "Nothing was opened: nobody here has this address, or their record does not open for this purpose.",
        Key::LookUpFound => "Opened",
        Key::LookUpOpened => "For you, for 30 minutes.",
        Key::LookUpOpen => "To the application",
        Key::PurposeInquiry => "The applicant calls or writes",
        Key::PurposeRequest => "A request for information or a copy",
        Key::PurposeClaim => "A legal claim",
        Key::PurposeAuthority => "A court or an authority demands it",
        Key::PurposeConsent => "The applicant agrees to this use",
        Key::PurposeOthersRights => "The rights of another person",
        Key::PurposePublicInterest => "An important public interest",
        Key::RestrictionTitle => "Restriction",
        Key::RestrictionSet => "Restrict the processing …",
        Key::RestrictionText => "It vanishes from lists and from every release until you lift it.",
        Key::RestrictionGroundQuestion => "On which ground",
        Key::RestrictionSend => "Restrict",
        Key::RestrictionSince => "since {}",
        Key::RestrictionToldOn => "The applicant was told on",
        Key::RestrictionToldHint => "Before it is lifted, the applicant has to know (Art. 18(3) GDPR).",
        Key::AnnouncementDue => "It goes after {} although it is restricted",
        Key::AnnouncementText => {
            "Tell the applicant before that day, and that it stays if they need it for a claim of their own (Art. 18(1)(c) GDPR): then add that ground."
        }
        Key::AnnouncementToldOn => "Told on",
        Key::AnnouncementSend => "Record that they were told",
        Key::AnnouncementDone => "It goes after {} although it is restricted; the applicant was told so on {}.",
        Key::AnnouncementOpen => "Not told yet",
        Key::AnnouncementsTitle => "Restricted, and gone soon",
        Key::RestrictionLift => "Lift it",
        Key::GroundAccuracy => "Accuracy contested",
        Key::GroundUnlawful => "Unlawful, no erasure wanted",
        Key::GroundClaim => "Needed for the person's own claim",
        Key::GroundObjection => "Objection being examined",
        Key::HistoryOpened => "{} looked it up: {}",
        Key::HistoryRestricted => "{} restricted the processing: {}",
        Key::HistoryUnrestricted => "{} lifted the restriction ({}); the applicant was told on {}",
        Key::HistoryAnnounced => "{} recorded that the applicant was told on {} when the restricted application goes",
        Key::DidLookUp => "looked an applicant up",
        Key::DidRestrict => "restricted an application",
        Key::DidUnrestrict => "lifted a restriction",
        Key::DidAnnounce => "recorded that an applicant was told when a restricted application goes",
        Key::StatusEnded => "The procedure has ended",
        Key::StatusRestricted => "Your application may not be used at present: its processing is restricted.",
        Key::StatusAnnounced => "Your application is kept until {}, then it is erased",
        Key::StatusAnnouncedText => {
            "Its processing is restricted. If you need it for a legal claim of your own, tell the privacy officer before that day: then it stays (Art. 18(1)(c) GDPR)."
        }
        Key::WaitsClaimsOne => "claim was not reviewed in time",
        Key::WaitsClaimsMany => "claims were not reviewed in time",
        Key::WaitsRequestsOne => "request about data waits for its answer",
        Key::WaitsRequestsMany => "requests about data wait for their answers",
        Key::WaitsAnnouncementsOne => "restricted application goes soon: its applicant is to be told",
        Key::WaitsAnnouncementsMany => "restricted applications go soon: their applicants are to be told",
        Key::AllDecided => "everybody is decided",
        Key::ForgottenTitle => "Nothing has happened for three months",
        Key::ForgottenText => {
            "In these procedures nobody came, nobody moved on and nobody wrote. Ask HR to decide or to close them."
        }
        Key::ProposalAgree => "Agree",
        Key::ProposalDecline => "Decline",
        Key::ProposalTakeBack => "Take it back",
        Key::RefusedSecondPerson => "It takes two people: somebody else of HR has to agree.",
        Key::RefusedIdentity => "It is not known yet who asks. Nothing is given out or taken away before that (Art. 12(6) GDPR).",
        Key::RefusedUnchecked => "Look through each remark first: the applicant reads them with the answer.",
        Key::RefusedAddressConfirmed => "The address was confirmed. Have a code mailed to it: with that it is changed.",
        Key::RefusedReopenedTooOften => "This procedure was reopened as often as it can be. Advertise the job again instead.",
        Key::ExtensionTitle => "More time",
        Key::ExtensionText => {
            "A later close keeps every application of this procedure longer, so a second person of HR has to agree."
        }
        Key::ExtendTo => "Close by itself on",
        Key::ExtendToHint => "At the latest on {}, two years after the last day for applications.",
        Key::ExtensionSend => "Propose",
        Key::ExtensionOwn => "You proposed that it closes by itself on {} instead. A second person of HR has to agree.",
        Key::ExtensionOfOther => {
            "{} proposes that it closes by itself on {} instead. Every application of this procedure is then kept longer."
        }
        Key::ReopenLink => "Reopen …",
        Key::ReopenTitle => "Reopen this procedure?",
        Key::ReopenNotNow => "It cannot be reopened",
        Key::ReopenTooLate => "A procedure ends two years after its last day for applications; here that is {}.",
        Key::ReopenNobody => {
            "Nobody is left who could be considered again: everybody is erased, past their date, or was handed over."
        }
        Key::ReopenEffects => "What happens when you reopen it",
        Key::ReopenChosen => "Whom you choose is undecided again and gets the date of the new plan.",
        Key::ReopenOthers => "Everybody else stays blocked and keeps their date.",
        Key::ReopenNoIntake => "The job does not go back to the careers site.",
        Key::ReopenWhy => "Why",
        Key::ReopenHireFellThrough => "Whoever was hired does not come, or left early",
        Key::ReopenDecisionAnnulled => "A court, the works council or we ourselves took the decision back",
        Key::ReopenMistake => "It was closed by mistake",
        Key::ReopenUntil => "Closes by itself on",
        Key::ReopenWhom => "For whom",
        Key::ReopenSend => "Reopen procedure",
        Key::HoldTitle => "Keep this application for a claim",
        Key::HoldsTitle => "Claims",
        Key::HoldLink => "Keep for a claim …",
        Key::HoldEffects => "What a claim does",
        Key::HoldKeeps => "Nothing of the applications you name is erased while it stands, even past their date.",
        Key::HoldBlocked => "It opens nothing: what the close has blocked stays blocked.",
        Key::HoldEnds => "Two people of HR end it. A day of review that passes ends nothing.",
        Key::HoldSend => "Keep",
        Key::HoldClaimant => "The claimant’s application",
        Key::HoldComparator => "Compared with the claimant's",
        Key::HoldSince => "Since {}, to be reviewed by {}.",
        Key::HoldToClaim => "To the claim",
        Key::ClaimKindQuestion => "What is it",
        Key::ClaimAnnounced => "Claim announced",
        Key::ClaimLawsuit => "Lawsuit",
        Key::ClaimAuthority => "Inquiry by an authority",
        Key::ClaimReason => "Why these applications are needed for it",
        Key::ClaimReasonHint => "Who claims what, and what each application shows.",
        Key::ClaimReviewOn => "Look at it again by",
        Key::ClaimReviewHint => "Six months ahead at most. Afterwards HR is reminded, then the privacy officer.",
        Key::ClaimComparators => "With whom is it compared",
        Key::ClaimComparatorsHint => "Only those that are needed: each is kept as long as the claim stands.",
        Key::ClaimsTitle => "Claims that stop the clock",
        Key::ClaimsMissedOne => "One claim was not reviewed in time",
        Key::ClaimsMissedMany => "{} claims were not reviewed in time",
        Key::ClaimsMissedText => "They still stand, and what they keep is kept. Review each, or end it by two people.",
        Key::ClaimMissedOne => "Review missed once",
        Key::ClaimMissedMany => "Review missed {} times",
        Key::ClaimKept => "Kept past their date",
        Key::ClaimTitle => "Claim: {}",
        Key::ClaimOpened => "Entered on {}",
        Key::ClaimStands => "How it stands",
        Key::ClaimReviewTitle => "Review",
        Key::ClaimReviewText => "If it still stands, say until when. The applications stay as they are.",
        Key::ClaimReviewNext => "Look at it again by",
        Key::ClaimReviewSend => "It still stands",
        Key::ClaimEndTitle => "End it",
        Key::ClaimEndText => {
            "When the claim is settled or can no longer be brought, propose to end it. A second person of HR has to agree; what is past its date is then erased."
        }
        Key::ClaimEndPropose => "Propose to end it",
        Key::ClaimEndOwn => "You proposed on {} to end it. A second person of HR has to agree.",
        Key::ClaimEndOfOther => "{} proposed on {} to end it. If you agree, what is past its date is erased.",
        Key::ClaimEndAgree => "Agree and end it",
        Key::HistoryExtended => "{} agreed that the procedure closes by itself on {}",
        Key::HistoryReopened => "{} reopened the procedure: {}",
        Key::HistoryHeld => "{} entered a claim: it is kept",
        Key::HistoryCompared => "{} entered a claim: it is kept for comparison",
        Key::HistoryReviewed => "{} reviewed the claim, again by {}",
        Key::HistoryEndProposed => "{} proposed to end the claim",
        Key::HistoryHoldEnded => "{} agreed to end the claim",
        Key::DidHold => "kept an application for a claim",
        Key::DidReviewClaim => "reviewed a claim",
        Key::DidProposeEnd => "proposed to end a claim",
        Key::DidEndClaim => "ended a claim",
        Key::DidProposeExtension => "proposed a later close",
        Key::DidExtend => "agreed to a later close",
        Key::DidDropExtension => "dropped the proposal of a later close",
        Key::DidReopen => "reopened a procedure",
        // Retention
        Key::PlanTitle => "Retention: what goes, when and why",
        Key::PlanAsOf => "As of {}",
        Key::PlanOverdue => "Overdue",
        Key::PlanOverdueOne => "One erasure is overdue",
        Key::PlanOverdueMany => "{} erasures are overdue",
        Key::PlanOverdueText => {
            "The date has passed and something stood in the way. The sweep tries again by itself with every pass; if this stays, \
             ask whoever runs the server."
        }
        Key::OverdueOldest => "The oldest was due on",
        Key::OverdueHiding => "they cannot be hidden; the records do not take it.",
        Key::OverdueKey => "their keys cannot be destroyed; they are hidden.",
        Key::OverdueObjects => "nobody can read them any more, but the object store does not let go of their documents.",
        Key::OverdueRows => "nobody can read them any more, but their rows cannot be deleted.",
        Key::OverdueClock => "the clock was moved, and nothing is erased until somebody confirms it.",
        Key::OverdueNobody => "no sweep has come to its end for hours.",
        Key::OverdueNotReached => "the sweep has not come to them yet.",
        Key::PlanEmptyTitle => "Nothing waits to be forgotten",
        Key::PlanEmptyText => {
            "There is no application. Each one gets its date the minute it arrives, and stands here from then on."
        }
        Key::PlanAhead => "The next twelve months",
        Key::PlanByMonth => "By month and posting",
        Key::PlanWhy => "Why then",
        Key::PlanClosed => "The procedure was closed on {}.",
        Key::PlanClosedByItself => "The procedure closed by itself on {}.",
        Key::PlanCloses => "The procedure closes by itself on {}, at the latest.",
        Key::PlanReceipt => "The rejection was received first; the procedure goes on.",
        Key::ChartTitle => "Applications to be erased: {}",
        Key::ChartNothing => "Nothing is erased in the next twelve months",
        Key::ChartLate => "Late",
        Key::CertificatesTitle => "Recent certificates of erasure",
        Key::CertificatesNone => "Nothing has been erased yet.",
        // The deletion concept and the record of processing
        Key::ConceptTitle => "Deletion concept and record of processing",
        Key::ConceptLead => {
            "Made from the settings as they stand. It covers what Ablauf keeps; what you keep elsewhere, in mailboxes or on \
             paper, has to be added. To keep it as it stands today, print it."
        }
        Key::ConceptMissingTitle => "Not complete yet",
        Key::ConceptMissingText => "Nobody has stated yet: {}.",
        Key::ConceptMissingWho => "An administrator can do so in the settings.",
        Key::ConceptMissingNext => "State it in the settings",
        Key::ConceptPart => "Deletion concept",
        Key::ConceptPartText => {
            "Arranged after DIN 66398: purpose, standard periods and what starts them, classes of data, implementation, \
             responsibility."
        }
        Key::ConceptPurpose => "Purpose",
        Key::ConceptPurposeText => {
            "Data of applicants are erased once they are needed neither for the decision nor for the defence against claims \
             (Art. 5(1)(e) and Art. 17 GDPR). The date follows from explicit acts alone: no note, no comment and no reading \
             moves it."
        }
        Key::ConceptPeriods => "Standard period and what starts it",
        Key::ConceptNewPostings => "Postings published from now on",
        Key::ConceptOlderPostings => "Older postings that still have applications",
        Key::ConceptCalendar => "How it is counted",
        Key::ConceptCalendarText => {
            "By calendar days in the time zone {} (sections 187(1), 188(2) and (3) BGB). The months are added once; where the \
             month is too short, its last day counts. Erasure is due at the midnight that ends the last day."
        }
        Key::ConceptSooner => "What ends it sooner",
        Key::ConceptSoonerText => {
            "An erasure that the applicant asks for, where nothing stands against it (Art. 17 GDPR), and that of a minor’s \
             application, on which two people agree: both come with the next sweep."
        }
        Key::ConceptStops => "What stands against the erasure",
        Key::ConceptStopsText => {
            "A claim, until two people of HR end it (Art. 17(3)(e) GDPR), and a restriction under Art. 18(1)(b) or (c) GDPR, \
             until it is lifted. Meanwhile nothing of the application is erased."
        }
        Key::ConceptClasses => "Classes of data",
        Key::ConceptClass => "Class of data",
        Key::ConceptPeriod => "Period",
        Key::ConceptFrom => "From",
        Key::ConceptGoes => "How it goes",
        Key::ConceptOfApplicants => "About applicants",
        Key::ConceptOfDesk => "About people at the desk, and in browsers",
        Key::ConceptOfRemnants => "What an interruption leaves",
        Key::ConceptOfProofs => "Keys, copies and proofs",
        Key::ConceptOfNothing => "What Ablauf does not keep",
        Key::ConceptHow => "Implementation",
        Key::ConceptHowSweep => {
            "Every quarter of an hour a sweep erases what is due, in four steps: it is hidden, its key is destroyed, its \
             documents are deleted, its rows are deleted. From the second step on nobody can read it here."
        }
        Key::ConceptHowCopies => {
            "Within a day the generation of keys turns: copies of the key database made before then open nothing any more. \
             Backups hold no keys, and a restore brings nothing back that was erased."
        }
        Key::ConceptHowCopiesByHand => {
            "Copies of the key database made before open nothing any more once the operator has put in the next generation key \
             and taken the old one away; this has to happen within a day. Backups hold no keys, and a restore brings nothing \
             back that was erased."
        }
        Key::ConceptHowProof => {
            "Each erasure has a certificate without personal data in a log in which a later change shows. What is more than a \
             day overdue stands at the desk with its cause. A clock that was moved stops the sweep until somebody confirms it."
        }
        Key::ConceptCheckpoints => "Signed checkpoints of the log are kept outside the store.",
        Key::ConceptNoCheckpoints => "No place outside the store is set for signed checkpoints of the log.",
        Key::ConceptWho => "Responsibility",
        Key::ConceptWhoController => "For the periods and this concept: {}",
        Key::ConceptWhoHr => "HR records outcomes, closes procedures, and enters and ends claims and restrictions.",
        Key::ConceptWhoAdmin => {
            "Administration sets the period; each change stands in the journal and counts for postings published later."
        }
        Key::ConceptWhoPrivacy => "The privacy officer watches over plan, overdue erasures and journal: {}",
        Key::ConceptWhoOperator => {
            "Whoever runs the servers keeps backups, copies of the keys and the program’s log, and removes them in time."
        }
        Key::RecordPart => "Record of processing activities",
        Key::RecordPartText => "Handling of applications (Art. 30(1) GDPR).",
        Key::RecordFacts => "Particulars",
        Key::RecordPurposes => "Purposes",
        Key::RecordPurposesText => {
            "To receive applications, to handle them and to decide on them; to defend against claims; to take over into the \
             employment what it needs."
        }
        Key::RecordPersons => "Categories of persons",
        Key::RecordPersonsText => {
            "Applicants; people named in their documents or in notes, such as referees; people who work at the desk; contact \
             persons of postings."
        }
        Key::RecordData => "Categories of data",
        Key::RecordDataApplicants => {
            "Of applicants: name, e-mail address, phone number, message, CV and other documents, notes and comments, stage and \
             outcome with its reason, releases, claims, restrictions, history. Nobody is asked for special categories (Art. 9 \
             GDPR); documents can hold them."
        }
        Key::RecordDataDesk => {
            "Of people at the desk: name, e-mail address, a hash of the password, roles, entries in the journal."
        }
        Key::RecordInside => {
            "Inside: HR; heads of departments as far as HR releases it to them; the privacy officer sees dates, counts and the \
             journal."
        }
        Key::RecordPeriods => "Periods for erasure",
        Key::RecordPeriodsText => "Applications: {}. All other classes: in the deletion concept above.",
        Key::RecordMeasures => "Technical and organisational measures",
        Key::MeasureSealed => {
            "What applicants send, and what is written about them, is sealed under a key for each application before it is \
             stored."
        }
        Key::MeasureKeyFile => "The generation key that opens these keys lies in a file of the server, apart from the data.",
        Key::MeasureKeySecret => "The generation key that opens these keys is kept by the operator and only read here.",
        Key::MeasureKeyTransit => "The generation key that opens these keys is itself sealed by a key service (Transit).",
        Key::MeasureAccess => {
            "Access follows roles and releases that end. After the close, and under a restriction, HR opens a record for a \
             stated purpose and {} only."
        }
        Key::MeasureSignIn => {
            "A sign-in ends after {}. Too many wrong passwords have to wait; passwords are kept as Argon2id hashes."
        }
        Key::MeasureJournal => "Who reads or changes something stands in the journal, in which a later change shows.",
        Key::MeasureWay => "The site is reached at {}. The proxy in front of it encrypts the way there (TLS).",
        Key::MeasureWayOpen => "The site is reached at {}, without encryption on the way (TLS).",
        Key::MeasureNoTraces => "No network address and no access log is stored, and no page contacts a third party.",
        Key::MeasureRestore => {
            "Backups can be checked and opened on trial without changing anything (ablauf fsck, ablauf restore --drill)."
        }
        Key::PeriodMinutes => "{} minutes",
        Key::PeriodHours => "{} hours",
        Key::PeriodDays => "{} days",
        Key::PeriodAtMost => "at most {}",
        Key::PeriodWithApplication => "as its application",
        Key::PeriodRequest => "as its application; about nobody known, three years from the answer",
        Key::PeriodUntilConverted => "until converted, as a rule at once",
        Key::PeriodUntilEnded => "until ended",
        Key::PeriodUntilAnswered => "until answered",
        Key::PeriodUntilDone => "until done",
        Key::PeriodUntilNext => "until the next one",
        Key::PeriodUnset => "none in Ablauf",
        Key::PeriodPaper => "as many calendar years as are set, 8 at first",
        Key::PeriodJournalName => "as many months as are set, 24 at first",
        Key::PeriodPool => "as long as was agreed, 24 months at most",
        Key::PeriodEvidence => "36 months",
        Key::PeriodNotStored => "not stored",
        Key::FromClose => "close of the procedure",
        Key::FromEarliest => "close of the procedure or receipt of the own rejection, whichever comes first",
        Key::FromReceipt => "receipt",
        Key::FromVoucherYear => "from the end of the voucher's year",
        Key::FromConsent => "from the day of the consent",
        Key::FromConsentEnd => "from the end of the consent",
        Key::FromReport => "from the report to the authority, or where none was made from the day it became known",
        Key::FromMonth => "from the end of the month in which somebody acted",
        Key::FromMade => "when it was made",
        Key::FromEntered => "entry",
        Key::FromSignIn => "sign-in",
        Key::FromTry => "the try",
        Key::FromForm => "the last such form",
        Key::FromQueued => "the act that it tells of",
        Key::FromAsked => "when it was asked for",
        Key::FromShown => "when the code was shown",
        Key::FromChoice => "last choice",
        Key::FromWritten => "last write",
        Key::GoesFourSteps => "the sweep, in four steps, with a certificate",
        Key::GoesSecondStep => "destroyed in the second step of the erasure",
        Key::GoesKept => "the sweep: key, documents, rows, with a certificate",
        Key::GoesFourthStep => "deleted with the rows of the application",
        Key::GoesRelease => {
            "ends by itself, earlier by revocation, rejection, withdrawal or close; the row goes with the application"
        }
        Key::GoesExclusion => "lifted by HR; the row with the application",
        Key::GoesOpening => "closes by itself; the sweep deletes the row",
        Key::GoesRestriction => "lifted once the person was told; the row goes with the application",
        Key::GoesClaim => "ended by two people of HR; it goes with the last application that was kept for it",
        Key::GoesProposal => "deleted when somebody agrees, declines or takes it back, or when it has no object any more",
        Key::GoesConverted => "deleted as it becomes an application; its key dies when the generation turns",
        Key::GoesBySweep => "deleted by the sweep",
        Key::GoesMonthKey => "the sweep destroys the key of the month: nobody can tell any more who it was; what was done stays",
        Key::GoesSession => "refused at once, deleted by the sweep; signing out deletes it",
        Key::GoesCode => "opens something once, refused at once afterwards, deleted by the sweep",
        Key::GoesVisit => "refused at once, deleted by the sweep; leaving deletes it",
        Key::GoesTry => "deleted by the sweep, or by a successful sign-in",
        Key::GoesMemory => "forgotten within a minute after; never stored",
        Key::GoesMail => {
            "goes once a server took it, or it is given up; the last mail's address is sealed under the intake key, which dies \
             with the next turn"
        }
        Key::GoesBrowser => "deleted by the browser",
        Key::GoesBucket => "removed by a lifecycle rule that the operator gives the bucket",
        Key::GoesNextRestore => "removed by the next restore or trial",
        Key::GoesTurn => "dies when the generation turns",
        Key::GoesNextCopy => "removed by the next copy; opens nothing once the generation has turned",
        Key::GoesOperator => "whoever keeps it removes it",
        Key::GoesLog => "whoever keeps it removes it after seven days",
        Key::GoesNotYet => "Ablauf does not delete it yet",
        Key::GoesStays => "stays; it names no applicant",
        Key::GoesNothing => "nothing to delete",
        Key::ClassApplication => "Application: what was sent, documents, notes, comments, history, outcome",
        Key::ClassRecordKey => "Key of an application, with a keyed digest of its e-mail address",
        Key::ClassFormToken => "Mark of a form, so that one sent twice counts once",
        Key::ClassRelease => "Release",
        Key::ClassExclusion => "Application kept from a person",
        Key::ClassOpening => "Opening of a blocked or restricted application",
        Key::ClassRestriction => "Restriction of processing",
        Key::ClassClaim => "Claim, and why applications are kept for it",
        Key::ClassProposal => "Proposal that waits for a second person",
        Key::ClassEnvelope => "Form as it was received, sealed",
        Key::ClassQuarantine => "Form that could not be processed, with its document",
        Key::ClassErasureRetry => "Note of an erasure that failed",
        Key::ClassEmployee => "Employee record of somebody hired",
        Key::ClassPaper => "Paper that a statute keeps, such as a travel receipt",
        Key::ClassPool => "Place in the talent pool",
        Key::ClassEvidence => "Evidence of a consent",
        Key::ClassSession => "Session",
        Key::ClassFailedSignIn => "Failed sign-in",
        Key::ClassFormNetwork => "Network from which application forms without a proof came (truncated address, in memory only)",
        Key::ClassReceiptCookie => "Receipt code in the sign-in cookie",
        Key::ClassLanguageCookie => "Language cookie",
        Key::ClassAccount => "Account at the desk, with roles",
        Key::ClassPosting => "Posting with its contact person; settings",
        Key::ClassPendingKey => "Key that no row came to use",
        Key::ClassUnnamedObject => "Stored document that no row names",
        Key::ClassStagedUpload => "Upload cut short, in a local store",
        Key::ClassMultipart => "Upload cut short, in an S3 bucket",
        Key::ClassThrowAway => "Working copy of a restore or a trial",
        Key::ClassGeneration => "Generation of keys, with its intake keys",
        Key::ClassKeyCopy => "Copy of the key database",
        Key::ClassBackup => "Backup of records, log and documents",
        Key::ClassJournal => "Journal: who did what, and when",
        Key::ClassJournalName => "Journal: who of the staff it was",
        Key::ClassCertificate => "Certificate of erasure; tombstone of a key",
        Key::ClassCheckpoint => "Signed checkpoint of the log, kept elsewhere",
        Key::ClassClockStop => "Stop of a clock that was moved",
        Key::ClassBreach => "Breach of personal data, and its report",
        Key::ClassErrorLog => "Log of the program, on standard error",
        Key::ClassAbandonedForm => "Form that was left or refused",
        Key::ClassAccessLog => "Access log, network addresses",
        Key::ClassMail => "Mail that waits to be sent",
        Key::ClassSearchCache => "Search index, search cache",
        Key::ClassCode => "Code by which somebody shows who they are",
        Key::ClassVisit => "Visit of somebody who showed such a code",
        Key::ClassDisclosure => "What a person reads of a remark about them",
        Key::ClassRequest => "Request under Art. 15 to 21 GDPR",
        // Journal
        Key::JournalText => "Who read or changed what, the newest first. Your reading stands here too.",
        Key::JournalEmptyTitle => "Nothing here",
        Key::JournalEmptyText => "No entry is older than the last one you saw.",
        Key::JournalTime => "Time",
        Key::JournalWho => "Who",
        Key::JournalDid => "Did",
        Key::JournalWhat => "To what",
        Key::JournalDetail => "Detail",
        Key::JournalRecords => "{} records",
        Key::JournalNoneTitle => "Nothing found",
        Key::JournalNoneText => "No entry fits this filter.",
        Key::JournalPerson => "Person",
        Key::JournalAnyone => "Anyone",
        Key::JournalKind => "Kind of act",
        Key::JournalAnyKind => "Every kind",
        Key::JournalRecord => "Record",
        Key::JournalNoRecord => "A record is named by its 32 digits, as the journal shows them.",
        Key::JournalFrom => "From",
        Key::JournalTo => "To",
        Key::JournalSave => "Save as a table",
        Key::JournalBehindTitle => "Not complete yet",
        Key::JournalBehindText => {
            "{} entries are still to be indexed, so a filter does not find them yet. Ablauf does this by itself."
        }
        Key::SortOpenings => "Openings",
        Key::SortDownloads => "Downloads",
        Key::SortLists => "Lists and searches",
        Key::SortChanges => "Changes",
        Key::SortRefusals => "Refusals",
        Key::SortSignIns => "Sign-ins",
        Key::DidSaveJournal => "saved the journal as a table",
        Key::DidReadBreach => "looked at whom a breach touched",
        Key::DidSaveBreach => "saved whom a breach touched",
        Key::DidEnterBreach => "entered a breach",
        Key::DidReportBreach => "recorded the report of a breach",
        Key::BreachesTitle => "Breaches",
        Key::BreachesText => {
            "Which account was in wrong hands, whom it touched by the journal, and the 72 hours to tell the authority (Art. \
             33 GDPR)."
        }
        Key::BreachesEmptyTitle => "No breach",
        Key::BreachesEmptyText => "None has been entered.",
        Key::BreachNew => "Enter a breach",
        Key::BreachNewText => {
            "Times are those of the employer’s clock. The 72 hours begin when the house came to know of it, whoever of you \
             that was."
        }
        Key::BreachEnter => "Enter it",
        Key::BreachFrom => "From",
        Key::BreachTo => "Until",
        Key::BreachKnown => "Known since",
        Key::BreachKnownHint => "The report is due 72 hours later. Nights, weekends and holidays count.",
        Key::BreachReport => "Report to the authority",
        Key::BreachReported => "Reported to the authority",
        Key::BreachReportedAt => "Reported to the authority at",
        Key::BreachRecordReport => "Record the report",
        Key::BreachKnownSince => "Known since {}.",
        Key::BreachReportBy => "To be reported by {}.",
        Key::BreachReportedOn => "Reported {}.",
        Key::BreachLeftOne => "1 hour left",
        Key::BreachLeftMany => "{} hours left",
        Key::BreachLateOne => "less than 1 hour too late",
        Key::BreachLateMany => "{} hours too late",
        Key::BreachOf => "Breach: account of {}",
        Key::BreachSpan => "{} to {}",
        Key::BreachSave => "Save whom it touched",
        Key::BreachTouched => "Whom it touched",
        Key::BreachNobodyTitle => "Nobody",
        Key::BreachNobodyText => "By the journal the account touched no record of a person in this time.",
        Key::BreachRefusedOne => "The account was refused something once meanwhile.",
        Key::BreachRefusedMany => "The account was refused something {} times meanwhile.",
        Key::BreachForgottenTitle => "Some of them may be missing here",
        Key::BreachForgottenText => {
            "For part of this time nobody can tell any more who of the staff acted: the names were forgotten on time. What \
             was saved as a table before is complete."
        }
        Key::BreachHow => "How",
        Key::BreachFirst => "First",
        Key::BreachLast => "Last",
        Key::BreachFate => "Now",
        Key::BreachLive => "still here",
        Key::BreachErased => "erased",
        Key::KindApplication => "Application",
        Key::KindEmployee => "Employee record",
        Key::KindPaper => "Paper",
        Key::KindPool => "Talent pool",
        Key::KindEvidence => "Evidence of a consent",
        Key::StartBreaches => "Breaches to be reported",
        Key::StartUnusual => "Unusually much was read",
        Key::StartUnusualText => {
            "One account opened more applications in one day than the settings allow for. That need not be wrong; ask."
        }
        Key::StartUnusualLine => "{} opened {} applications",
        Key::SettingsJournal => "Journal",
        Key::SettingsAlert => "Unusual reading",
        Key::SettingsAlertHint => {
            "The privacy officer is told when one account opens more different applications than this within a day."
        }
        Key::SettingsStaffMonths => "Who it was: months",
        Key::SettingsStaffMonthsHint => {
            "So long after the end of a month the journal still tells who of the staff acted in it. What was done, when and \
             to which record stays. 12 to 60."
        }
        Key::ProofsTitle => "Proofs to keep elsewhere",
        Key::ProofsText => {
            "A signed checkpoint that is kept elsewhere shows later whether the journal was rewritten. The public key belongs beside it."
        }
        Key::ProofsCheckpoint => "Newest checkpoint",
        Key::ProofsKey => "Public key",
        Key::ProofsUnknown => "No certificate has this number yet. It may be mistyped.",
        Key::ByApplicant => "applicant",
        Key::DidApply => "applied",
        Key::DidSignIn => "signed in",
        Key::DidAddEmployer => "added an employer",
        Key::DidAddDepartment => "added a department",
        Key::DidAddAccount => "added an account",
        Key::DidListApplications => "listed applications",
        Key::DidReadApplication => "opened an application",
        Key::DidReadDocument => "opened a document",
        Key::DidAddNote => "wrote a note",
        Key::DidAddComment => "wrote a comment",
        Key::DidMoveStage => "moved the stage",
        Key::DidDecide => "recorded an outcome",
        Key::DidRecordReceipt => "recorded when a rejection was received",
        Key::DidRelease => "released sections",
        Key::DidRevoke => "revoked a release",
        Key::DidStand => "released with every arrival",
        Key::DidEndStanding => "ended a release with every arrival",
        Key::DidExclude => "kept an application from somebody",
        Key::DidReadmit => "let somebody back to an application",
        Key::DidRecuse => "stepped aside from an application",
        Key::DidRedact => "added a copy without names",
        Key::DidDraftPosting => "wrote a posting",
        Key::DidEditPosting => "changed a posting",
        Key::DidBlind => "began a blind review",
        Key::DidLiftBlind => "lifted a blind review",
        Key::DidExcludeFromPosting => "changed who sees nothing of a posting's applications",
        Key::DidPublishPosting => "published a posting",
        Key::DidStopIntake => "stopped the intake",
        Key::DidClosePosting => "closed a procedure",
        Key::DidClosePlanned => "closed a procedure on its planned day",
        Key::DidReadJournal => "read the journal",
        Key::DidReadManifest => "opened the handover",
        Key::DidHandOver => "handed over to the employee records",
        Key::DidReadEmployees => "read employee records",
        Key::DidReadEmployeeDocument => "opened a document of an employee record",
        Key::DidEnterPaper => "entered a paper",
        Key::DidReadPapers => "read papers",
        Key::DidEnterPool => "recorded a consent to the talent pool",
        Key::DidReadPool => "read the talent pool",
        Key::DidWithdraw => "recorded the withdrawal of a consent",
        Key::DidReadEvidence => "read the evidence of consents",
        Key::ByStranger => "nobody signed in",
        Key::ByForgotten => "a person of the staff; the name was forgotten on time",
        Key::DidSignOut => "signed out",
        Key::DidFailSignIn => "a sign-in failed",
        Key::DidErase => "erased an application",
        Key::DidRefuse => "was refused",
        Key::RefusedForRole => "not in the roles",
        Key::RefusedAsHidden => "not released to this person",
        Key::RefusedAsEnded => "the release had ended",
        Key::RefusedAsBlocked => "blocked after the close",
        Key::RefusedAsRestricted => "processing is restricted",
        Key::RefusedAsBlind => "reviewed blind",
        Key::RefusedAsErasing => "being erased",
        Key::RefusedAsTyped => "what was typed could not be used",
        Key::RefusedMore => "more of the same minute are not entered",
        Key::TriedTooOften => "locked for a while after too many tries",
        Key::RefusedDocument => "a document",
        Key::RefusedOneApplication => "an application",
        Key::KeptUntil => "Kept until",
        Key::KeptTitle => "Kept beside procedures",
        Key::KeptClass => "What",
        Key::KeptCount => "How many",
        Key::KeptFirst => "The first goes after",
        Key::PapersText => {
            "Receipts that the law has you keep, each sealed under a key of its own. HR and accounting put them here; only accounting can read them."
        }
        Key::PapersEmptyTitle => "No paper yet",
        Key::PapersEmptyText => {
            "Travel receipts of applicants are put here, apart from their applications, which go long before."
        }
        Key::PaperNew => "Put a paper away",
        Key::PaperNewText => {
            "It gets a key of its own and stays when the application goes. Once it is here, only accounting can open it."
        }
        Key::PaperName => "Whose it is",
        Key::PaperAbout => "What it is for",
        Key::PaperAboutHint => "For example: train to the interview and back, 49 euros",
        Key::PaperVoucherOn => "Day on the voucher",
        Key::PaperVoucherHint => "The years are counted from the end of this day's calendar year.",
        Key::PaperFile => "File",
        Key::PaperFileHint => "PDF, DOCX or ODT, {} at most",
        Key::PaperSend => "Put it away",
        Key::DonePaper => "The paper is put away. Only accounting can open it from here on.",
        Key::DoneSettings => "The settings are saved",
        Key::DoneBrand => "The appearance is saved and counts from now on",
        Key::DoneLogo => "The logo stands on the careers site now",
        Key::DoneLogoRemoved => "The logo is removed: the name stands in its place",
        Key::DoneDeputy => "The deputy is named",
        Key::DoneDeputyEnded => "The deputy’s time has ended",
        Key::DoneDraft => "The draft is saved",
        Key::DonePublished => "The posting is published and takes applications",
        Key::DoneIntakeStopped => "The intake is stopped: the public page takes no more applications",
        Key::DoneNote => "The note is added",
        Key::DoneStage => "The stage is changed",
        Key::DoneOutcome => "The outcome is recorded",
        Key::DoneReleased => "Released: it can be read from now on",
        Key::DoneRevoked => "The release is revoked: nothing can be read by it any more",
        Key::DoneRecorded => "Recorded",
        Key::DoneOwnCorrected => "Corrected.",
        Key::DoneOwnWithdrawn => "You have withdrawn the application.",
        Key::DoneOwnAsked => "Asked. You are mailed once it is answered.",
        Key::DoneOwnRestricted => "From now on your data are used no further. A person looks at it and answers.",
        Key::DoneOwnErasing => "Blocked. Within a day everything is erased, and you are mailed the number of the certificate.",
        Key::DoneOwnAnswered => "Your request is recorded. What is done about it stands below.",
        Key::DoneRequest => "The request is entered.",
        Key::DoneAnswered => "Saved.",
        Key::DoneDismiss => "Dismiss",
        Key::PoolText => {
            "People who agreed on paper to be asked about other positions, with what they chose to leave. Each goes on the day they agreed to, or at once when they withdraw."
        }
        Key::PoolEmptyTitle => "Nobody is in the talent pool",
        Key::PoolEmptyText => "After a rejection, the application's page takes a signed consent.",
        Key::PoolGivenOn => "Consent signed on",
        Key::PoolPanelText => {
            "With a signed consent the person stays, with the documents they choose, under a key of their own, when this application goes."
        }
        Key::PoolEnter => "Record a signed consent",
        Key::PoolConsentLabel => "The text they sign ({})",
        Key::PoolConsentText => {
            "I agree that my name, my contact data and the documents I chose are kept to ask me about other positions, for the time stated below, 24 months at most. I can withdraw this at any time and in any way; what was kept is then erased at once. That I agreed is kept as proof for three years from the end."
        }
        Key::PoolMonths => "For how many months",
        Key::PoolMonthsHint => "1 to 24, as the person agreed",
        Key::PoolChannel => "How the consent came",
        Key::ChannelLetter => "on paper",
        Key::ChannelInPerson => "signed at a meeting",
        Key::ChannelMail => "by e-mail",
        Key::ChannelPhone => "by telephone",
        Key::ChannelMet => "at a meeting",
        Key::ChannelErasure => "with a request for erasure",
        Key::PoolDocuments => "Documents that the person chose",
        Key::PoolSend => "Put into the talent pool",
        Key::PoolIn => "In the talent pool until {}",
        Key::PoolOpen => "Open the record",
        Key::PoolNoDocuments => "The person left no document.",
        Key::PoolWithdraw => "Record a withdrawal",
        Key::PoolWithdrawText => "Any way counts. From this moment nobody reads the record, and the next sweep erases it.",
        Key::PoolWithdrawnOn => "Withdrawn on",
        Key::PoolWithdrawnBy => "How it came",
        Key::PoolWithdrawSend => "End it now",
        Key::EvidenceText => {
            "That somebody consented to the talent pool, to which text, how, and until when it stood: for three years from its end, so that it can be proven (Art. 7(1) GDPR)."
        }
        Key::EvidenceEmptyTitle => "No consent to prove",
        Key::EvidenceEmptyText => "Each consent to the talent pool leaves its evidence here.",
        Key::EvidenceVersion => "Text",
        Key::EvidenceStood => "Stood until",
        Key::EvidenceWithdrawn => "{}, withdrawn {}",
        Key::DidListPeople => "listed the accounts",
        Key::DidNameDeputy => "named a deputy",
        Key::DidEndDeputy => "ended a deputyship",
        Key::DidChangeSetting => "changed a setting",
        // Employee records and the handover
        Key::EmployeesEmptyTitle => "No employee record yet",
        Key::EmployeesEmptyText => {
            "When an applicant is hired, you choose field by field what goes into the employee record. Everything else stays on \
             the clock."
        }
        Key::EmployeesEmptyNext => "Hired applicants",
        Key::EmployeeStanding => "{}, {}; handed over on {}",
        Key::EmployeeItems => "What was handed over, and why",
        Key::EmployeeRest => "Everything that was not handed over goes with the application.",
        Key::HiredFor => "Hired for",
        Key::HandedOverOn => "Handed over",
        Key::HandoverTitle => "Hand over to an employee record",
        Key::HandoverText => "Choose only what the employment needs. What stays unticked is erased from {}.",
        Key::HandoverWhat => "What goes into the record",
        Key::HandoverWhy => "{}: what it is needed for",
        Key::HandoverItem => "Item",
        Key::HandoverContent => "Content",
        Key::HandoverPurpose => "Purpose",
        Key::HandoverBasis => "Legal basis",
        Key::HandoverNecessity => "Why it is needed",
        Key::HandoverNecessityHint => "One sentence, kept in the record.",
        Key::HandoverNecessityNeeded => "Say why “{}” is needed, or untick it",
        Key::HandoverNameNeeded => "Tick “{}”: a record needs a name",
        Key::HandoverNever => "Internal notes and comments never go along.",
        Key::HandoverEffects => "What happens",
        Key::HandoverEffectSealed => {
            "The ticked items are sealed anew, under a key of their own, in the employee record of {} ({})."
        }
        Key::HandoverEffectRest => {
            "The application stays on the clock, with the outcome fixed, and is erased from {}. Once its procedure is closed, \
             nobody reads it any more."
        }
        Key::HandoverEffectOnce => "This can be done once.",
        Key::HandoverSend => "Hand over",
        Key::PurposeContract => "Concluding and keeping the contract",
        Key::PurposePayroll => "Pay, tax and social security",
        Key::PurposeQualification => "Proof of a qualification",
        Key::PurposeReachability => "Reaching the employee",
        Key::PurposeProtection => "Rights of severely disabled staff (section 208 SGB IX)",
        Key::BasisContract => "Art. 6(1)(b) GDPR: contract",
        Key::BasisObligation => "Art. 6(1)(c) GDPR: legal obligation",
        Key::BasisEmployment => "Section 26(1), (8) sentence 2 BDSG: employment",
        Key::BasisSpecial => "Art. 9(2)(b) GDPR, section 26(3) BDSG: special categories",
        // Accounts and requests
        Key::PeopleText => "Who may sign in. Applicants’ data are not shown to you.",
        Key::PeopleRoles => "Roles",
        Key::PeopleSince => "Since",
        Key::PeopleActive => "May sign in",
        Key::PeopleDisabled => "Disabled on {}",
        Key::PeopleAdd => "Accounts are added on the server for now, with the command",
        Key::DeputiesTitle => "Name a deputy",
        Key::DeputiesText => "A deputy sees what is released to the department, until the end of that day.",
        Key::DeputyWho => "Who stands in",
        Key::DeputyOf => "For the head of",
        Key::DeputyUntil => "Until the end of",
        Key::DeputySend => "Name as deputy",
        Key::DeputyIs => "deputy until {}",
        Key::DeputyEnd => "End now",
        Key::DeputyEndOf => "End the deputyship of {}",
        Key::RequestsEmptyTitle => "No request has come in",
        Key::RequestsEmptyText => {
            "Applicants ask at the status page, with a code that is mailed to them; what comes by mail, telephone or letter \
             is entered below."
        }
        Key::RequestsDeadline => {
            "An answer is due within a month; what would end on a weekend or a public holiday ends with the next working day \
             (Art. 12(3) GDPR, Regulation 1182/71)."
        }
        Key::RequestsWaiting => "Waiting for an answer",
        Key::RequestsDone => "Answered",
        Key::RequestsNoneWaits => "Nothing waits.",
        Key::RequestOfNobody => "no application known",
        Key::RequestKindLabel => "What is asked",
        Key::RequestChannelLabel => "How it came",
        Key::RequestReceivedOn => "Received",
        Key::RequestAnswerBy => "Answer",
        Key::RequestIdentity => "Who it is",
        Key::RequestEnterTitle => "Another way in",
        Key::RequestEnter => "Enter a request that came by mail, telephone or letter",
        Key::RequestEnterNobody => {
            "About nobody in particular. For one of an applicant, begin on the page of the application; what is blocked or \
             restricted you open by exact look-up first."
        }
        Key::RequestEnterAbout => "About this application:",
        Key::RequestEnterSend => "Enter",
        Key::RequestFromApplication => "Enter a request by mail, telephone or letter",
        Key::RequestFacts => "The request",
        Key::RequestAbout => "About",
        Key::RequestApplication => "the application",
        Key::RequestAsked => "In the applicant’s words",
        Key::RequestNoWords => "Nothing was written with it.",
        Key::RequestReplied => "The answer",
        Key::RequestReplyText => "What the applicant reads",
        Key::ChannelStatus => "at the status page",
        Key::IdentityCode => "showed the mailed code",
        Key::IdentityCall => "called back at the number on file",
        Key::IdentityPerson => "came in person",
        Key::IdentityOpen => "not known yet",
        Key::IdentityTitle => "Make sure who asks",
        Key::IdentityText => {
            "Ask for no more than is needed (Art. 12(6) GDPR): a call back at the number on file is mostly enough; a copy of \
             an identity card mostly too much."
        }
        Key::IdentitySend => "Record",
        Key::CheckTitle => "Look through what was written",
        Key::CheckText => {
            "The applicant reads each of these with the answer, unless it says something of somebody else: a rival, a source, \
             a colleague (Art. 15(4) GDPR). Authors appear as roles."
        }
        Key::CheckQuestion => "What does the applicant read of it?",
        Key::CheckWhole => "All of it",
        Key::CheckRedacted => "The version below, without others",
        Key::CheckWithheld => "Nothing but the reason below",
        Key::CheckWords => "Version or reason",
        Key::CheckWordsHint => "Take out or replace what tells of others. What is yours to judge about the applicant stays.",
        Key::CheckSend => "Save",
        Key::CheckDone => "looked through",
        Key::CheckOpen => "open",
        Key::CheckOpenForm => "What the applicant reads",
        Key::AnswerTitle => "The answer",
        Key::AnswerNotYet => "Not yet",
        Key::AnswerGrant => "Do as asked",
        Key::AnswerGrantSend => "Answer: done",
        Key::AnswerGrantHint => "The applicant is mailed that there is an answer, and reads it at the status page.",
        Key::AnswerRefuse => "Refuse, with the reason",
        Key::AnswerRefuseSend => "Answer: refused",
        Key::AnswerRefuseHint => {
            "Say why (Art. 12(4) GDPR). That a complaint to the authority and a court are open to them is added by itself."
        }
        Key::AnswerRefuseWords => "You can complain to the authority named in the privacy notice, or go to court.",
        Key::StepsInformation => "What was supplied, the applicant reads already. Look through the remarks, then answer.",
        Key::StepsCorrection => {
            "Put right what is wrong, or add what is missing; then answer. Who received it is told (Art. 19 GDPR)."
        }
        Key::StepsErasure => "Record the request for erasure on the application’s page: it says what is done. Then answer.",
        Key::StepsRestriction => {
            "It is restricted since it was asked, or you restrict it on the application’s page. Whoever asked is told before \
             it is lifted (Art. 18(3) GDPR)."
        }
        Key::StepsPortability => {
            "At the status page the applicant saves it by themselves. Who cannot is handed it in another way."
        }
        Key::StepsObjection => {
            "Until you have answered, the application is restricted. Weigh what the applicant says of their situation against \
             what it is needed for (Art. 21(1) GDPR)."
        }
        Key::WordsInformation => "You read at the status page what is kept of you, and can save it there.",
        Key::WordsCorrection => "We have put it right.",
        Key::WordsErasure => "Your application is blocked and will be erased; the date stands at the status page.",
        Key::WordsRestriction => "Your data are used no further. You are told before that ends.",
        Key::WordsObjection => "We have looked at your objection and use your data no further.",
        // The clock of the server
        Key::ClockTitle => "The clock of the server",
        Key::ClockStoppedTitle => "The clock was moved: nothing is erased",
        Key::ClockJumped => "It had to show {}. It jumped to {}.",
        Key::ClockSetBack => "It had shown {} already. It was set back to {}.",
        Key::ClockStoppedText => {
            "No procedure closes by itself and no application is erased before somebody has confirmed the clock."
        }
        Key::ClockWho => "The privacy officer or an administrator can confirm it.",
        Key::ClockLook => "Check the clock",
        Key::ClockShows => "It shows now",
        Key::ClockLastPass => "Last pass of the sweep",
        Key::ClockNoPass => "None yet",
        Key::ClockConfirmTitle => "Is it {}?",
        Key::ClockConfirmText => {
            "Compare it with another clock first: what is erased is gone for good. If it is wrong, have the clock of the \
             server put right and come back here; nothing happens meanwhile."
        }
        Key::ClockClosesOne => "One procedure closes by itself.",
        Key::ClockClosesMany => "{} procedures close by themselves.",
        Key::ClockErasesOne => "One application is due by this clock and is erased for good.",
        Key::ClockErasesMany => "{} applications are due by this clock and are erased for good.",
        Key::ClockKeptOne => {
            "One paper, place in the talent pool or evidence of a consent is due by this clock and is erased for good."
        }
        Key::ClockKeptMany => {
            "{} papers, places in the talent pool and pieces of evidence are due by this clock and are erased for good."
        }
        Key::ClockNothingDue => "By this clock nothing is due at this moment.",
        Key::ClockConfirmSend => "Yes, the clock is right",
        Key::ClockLeave => "Not now",
        Key::ClockFine => "The clock can be believed. There is nothing to confirm.",
        Key::DidConfirmClock => "confirmed the clock",
        Key::DidStopClock => "stopped because the clock was moved",
        // Settings of the desk
        Key::NavSettings => "Settings",
        Key::NavGallery => "Gallery",
        Key::NavOutbox => "Outbox",
        Key::OutboxLead => "A demonstration sends no mail. What it would have sent stands here until it stops.",
        Key::OutboxTo => "to {}",
        Key::OutboxEmpty => "No mail yet",
        Key::OutboxEmptyText => "Apply to a posting, and the mail that confirms it stands here.",
        Key::NavBrand => "Appearance",
        Key::SettingsText => {
            "What only you know of the privacy notice, and how long applications are kept. Your words stand in the notice as they \
             are, whatever language it is read in."
        }
        Key::SettingsMissingTitle => "No posting can be published yet",
        Key::SettingsMissingText => "The privacy notice has to name everything before anybody applies. Still empty: {}.",
        Key::SettingsController => "Controller",
        Key::SettingsControllerHint => {
            "Name and address of the employer, and a way to reach it; its representative too, if it has one (Art. 13(1)(a) GDPR)."
        }
        Key::SettingsOfficerHint => {
            "Name, and how to reach the officer. It stands on every receipt as well (Art. 13(1)(b) GDPR)."
        }
        Key::SettingsAuthority => "Supervisory authority",
        Key::SettingsAuthorityHint => "To whom applicants can complain, as a rule that of your state (Art. 13(2)(d) GDPR).",
        Key::SettingsRecipients => "Recipients",
        Key::SettingsRecipientsHint => "Who outside the employer receives data, or that nobody does (Art. 13(1)(e) GDPR).",
        Key::SettingsCountries => "Countries outside the EU",
        Key::SettingsCountriesHint => "To which data go, and with what safeguards, or that they go to none (Art. 13(1)(f) GDPR).",
        Key::SettingsRegion => "Where the data lie",
        Key::SettingsRegionHint => {
            "The place of the servers, and who runs them. Whoever does so for you is a recipient too (Art. 13(1)(e) GDPR)."
        }
        Key::SettingsRetentionText => {
            "This counts for postings published after the change. Every other keeps the period with which it was published."
        }
        Key::SettingsMonths => "Months",
        Key::SettingsMonthsHint => "1 to 60. The privacy notice states this number, each posting its day (Art. 13(2)(a) GDPR).",
        Key::SettingsPaperYears => "Papers: calendar years",
        Key::SettingsPaperYearsHint => {
            "6 to 10, counted from the end of the voucher's year (section 257 HGB, section 147 AO). Counts for papers entered from now on."
        }
        Key::SettingsStart => "Counted from",
        Key::SettingsStartProcedure => "The close of the procedure, for all its applicants alike",
        Key::SettingsStartEarliest => "The receipt of the applicant’s own rejection, if it comes before the close",
        Key::SettingsSave => "Save settings",
        Key::BrandTitle => "Appearance and imprint",
        Key::BrandText => "How the careers site looks, and who stands behind it. Changes count at once.",
        Key::BrandSee => "Look at the careers site",
        Key::BrandName => "Name of the employer",
        Key::BrandNameHint => "Stands at the top of every public page and in every posting.",
        Key::BrandAccent => "Accent colour",
        Key::BrandAccentNone => "The one that Ablauf comes with",
        Key::BrandAccentOwn => "One of our own",
        Key::BrandAccentOwnLabel => "Our own colour",
        Key::BrandAccentHint => {
            "Links, buttons and what is chosen take it. At night a lighter one of its hue stands in for it; both keep text \
             readable."
        }
        Key::BrandImprint => "Imprint",
        Key::BrandImprintHint => {
            "Section 5 DDG asks for one: name, address, who represents you, e-mail, register. Write it here in Markdown, or \
             give only the https address at which yours stands already. It is linked from every public page."
        }
        Key::BrandImprintMissing => "The careers site has no imprint yet",
        Key::BrandImprintMissingText => "Whoever offers something on the web has to say who they are (section 5 DDG).",
        Key::BrandSave => "Save appearance",
        Key::LogoTitle => "Logo",
        Key::LogoText => {
            "It takes the place of the name at the top of the careers site, and appears in the preview when somebody shares a \
             link to it."
        }
        Key::LogoFile => "Picture",
        Key::LogoFileHint => "PNG, JPEG or WebP, at most {} and {} pixels on each side. In the dark it stands on a light plate.",
        Key::LogoHas => "{} by {} pixels, {}",
        Key::LogoHeavy => "Every visitor loads it. Under {} a page stays as light as it is meant to be.",
        Key::LogoNotAPicture => "Choose a PNG, JPEG or WebP that does not move. This file is none, whatever its name ends in.",
        Key::LogoTooHeavy => "The file is too large: at most {}. Save the picture with fewer pixels.",
        Key::LogoEmpty => "The file is empty. Choose one with your logo in it.",
        Key::LogoMissing => "Choose the file with your logo",
        Key::LogoSave => "Use this logo",
        Key::LogoRemove => "Remove the logo",
        Key::LogoRemoveOpen => "Remove the logo …",
        Key::LogoRemoveText => "From this moment the name stands in its place again. The picture is not kept.",
        Key::GalleryText => "Every piece of which these pages are made, as it really is. It is only here in a demonstration.",
        Key::GalleryType => "Type",
        Key::GallerySpace => "Spacing",
        Key::GalleryColours => "Colours",
        Key::GalleryColoursText => {
            "By day and by night. The figure is the lowest contrast of a text in this colour with what it stands on; 4.5 to 1 \
             are needed."
        }
        Key::GalleryColour => "Colour",
        Key::GalleryMeaning => "Meaning",
        Key::GalleryContrast => "Contrast by day, by night",
        Key::GalleryGround => "what everything stands on",
        Key::GalleryInk => "text",
        Key::GalleryMuted => "the second voice",
        Key::GalleryEdge => "what parts and frames",
        Key::GalleryAccent => "what one can act on, and how far an application has come",
        Key::GalleryOnAccent => "text on what one acts with",
        Key::GalleryEmber => "a date that draws near",
        Key::GalleryAlarm => "overdue, wrong, cannot be undone",
        Key::GalleryGood => "hired, done",
        Key::GalleryBlock => "held, restricted, closed to reading",
        Key::GalleryButtons => "Buttons",
        Key::GalleryPrimary => "The one meant",
        Key::GalleryPlain => "Another",
        Key::GalleryDanger => "Cannot be undone",
        Key::GalleryQuiet => "Beside others",
        Key::GalleryOff => "Not now",
        Key::GalleryForm => "Forms",
        Key::GalleryHint => "What helps to fill it in stands above it.",
        Key::GalleryWrong => "Show it with everything wrong",
        Key::GalleryBadges => "States",
        Key::GalleryDates => "Dates that run",
        Key::GalleryMessages => "Messages",
        Key::GalleryMessage => "What it means for whoever reads it, in a sentence or two.",
        Key::GalleryAsk => "Dialog and confirmation",
        Key::GalleryAskText => {
            "An act that others feel at once is asked about first; what was done is said on the page that follows."
        }
        Key::GalleryAskOpen => "Do something …",
        Key::GalleryAskAct => "Do it",
        Key::GalleryFold => "Folds and steps",
        Key::GalleryFoldTitle => "What not everybody needs",
        Key::GalleryProgress => "Progress",
        Key::GalleryLists => "Lists",
        Key::GalleryEmpty => "Nothing here",
        // End of desk
    }
}
