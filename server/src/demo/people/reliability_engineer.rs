//! Who applies as a site reliability engineer.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group =
    Group { posting: "site-reliability-engineer", language: Language::En, headings: Headings::of(Language::En), people: PEOPLE };

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Priya",
        last_name: "Raghunathan",
        email: "priya.raghunathan@example.com",
        phone: "+49 30 23125 264",
        town: "Berlin, Germany",
        headline: "Site reliability engineer",
        summary: "Nine years of keeping payment and ticketing systems up, the last four leading an on-call team of \
                  seven. I like boring dashboards, short incidents and long post-mortems.",
        jobs: &[
            "2021 – present | Senior SRE, on-call lead | Spreeticket GmbH, Berlin | Cut pages per week from 31 \
             to 4 by deleting alerts nobody acted on | Moved 40 services from one cloud region to two, with a \
             failover drill every quarter | Introduced blameless reviews; 63 written, all public in the company",
            "2018 – 2021 | Infrastructure engineer | Havelpay AG, Berlin | PostgreSQL from 9.6 to 13 without a \
             maintenance window | Terraform for everything that had been clicked",
            "2015 – 2018 | Systems engineer | Kaveri Logistics, Chennai | Linux fleet of 300 machines, Puppet",
            "2014 – 2015 | Intern | Kaveri Logistics, Chennai | Scripts that replaced a weekly spreadsheet",
        ],
        education: &["2011 – 2015 | B.E. Computer Science | Chennai"],
        skills: &[
            "Systems: Linux, PostgreSQL, Kubernetes, Ceph, HAProxy",
            "Languages: Python, Go, enough Rust to fix a leak",
            "Observability: Prometheus, Loki, OpenTelemetry",
        ],
        languages: &["English: native", "Tamil: native", "German: good (B2)"],
        message: "Dear Ifeoma, you ask about a bad week with PostgreSQL. Mine had a full disk on Monday, a failover \
                  that failed back on Wednesday and a restore on Friday that took nineteen hours, and I would \
                  love to tell you what we changed. Rehearsing recovery every quarter is something I already do \
                  and would not want to live without.",
        format: Format::Pdf,
        days_ago: 19,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Call on Monday at 10. Would move to Leipzig or commute two days a week."],
        comments: &["Strongest application so far. The alert numbers alone are worth a conversation."],
    },
    Person {
        first_name: "Jasper",
        last_name: "van den Heuvel",
        email: "jasper.vdheuvel@example.org",
        phone: "+31 6 00 00 21 17",
        town: "Delft, Netherlands",
        headline: "Platform engineer with a control-systems past",
        summary: "I started in water management, where an outage is wet, and moved to platforms. Comfortable \
                  between the programmable controller in the field and the cluster in the rack.",
        jobs: &[
            "2020 – present | Platform engineer | Kade Cloud BV, Rotterdam | Own hardware in two sites, 90 \
             servers, no public cloud | Rebuilt backups after a restore test failed; now tested weekly",
            "2016 – 2020 | Control systems engineer | Hoogwater Techniek, Delft | Telemetry for 210 pumping \
             stations | 24-hour duty during two storms",
            "2014 – 2016 | Junior engineer | Hoogwater Techniek, Delft",
            "2012 – 2014 | Student assistant | Hydraulics laboratory, Delft | Data logging for wave tanks",
        ],
        education: &["2008 – 2014 | MSc Systems and Control | TU Delft"],
        skills: &[
            "Systems: Debian, Proxmox, ZFS, PostgreSQL, Ansible",
            "Field: Modbus, MQTT, 4G routers, PLC",
            "Languages: Python, Go",
        ],
        languages: &["Dutch: native", "English: fluent (C1)", "German: good (B1)"],
        message: "Hello Ifeoma, your fallback to the local controller is what we had in every pumping station, and \
                  it is the part people forget to test. I run my own metal in two sites today, so the set-up \
                  would be familiar. I would work from the Rotterdam office three days a week.",
        format: Format::Pdf,
        days_ago: 17,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["First call done, went well. Half day planned in Rotterdam with two of the team on video."],
        comments: &[
            "Rare mix. Please ask for two dates.",
            "Good call. Asked better questions about our failover than our auditor did.",
        ],
    },
    Person {
        first_name: "Callum",
        last_name: "Strachan",
        email: "callum.strachan@example.net",
        phone: "+44 7700 900318",
        town: "Leith, United Kingdom; moving to Leipzig",
        headline: "Systems administrator",
        summary: "Twelve years with universities and hospitals: many users, small budgets, old hardware that has to last.",
        jobs: &[
            "2017 – present | Senior systems administrator | Forthside Hospitals, Edinburgh | 600 virtual \
             machines, two data halls | Paging and on-call for clinical systems | Led the move off a mail \
             system from 2004",
            "2013 – 2017 | Systems administrator | University library, Dundee | Storage and digitisation",
            "2012 – 2013 | Helpdesk, part-time | University computing service, Aberdeen | First and second line for 2,000 students",
        ],
        education: &["2009 – 2013 | BSc (Hons) Computing Science | Aberdeen"],
        skills: &[
            "Systems: RHEL, VMware, Ceph, Postgres, Nagios and its successors",
            "Languages: Bash, Python, Perl when nobody looks",
        ],
        languages: &["English: native", "German: B1, evening classes"],
        message: "Dear Ms Okonjo, in a hospital you learn to ask what happens to the people when the computer stops, \
                  and your posting begins with exactly that. My partner has a post at the university in Leipzig, so \
                  we are moving in spring in any case. I have never used Rust; I have fixed a great deal of Perl.",
        format: Format::Docx,
        days_ago: 13,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &["Check work permit questions with the lawyer before an offer, not before the interview."],
        comments: &["Solid operations, little code. Worth a first call."],
    },
    Person {
        first_name: "Beatriz",
        last_name: "Fontoura",
        email: "beatriz.fontoura@example.org",
        phone: "+49 69 90009 388",
        town: "Offenbach, Germany",
        headline: "DevOps engineer",
        summary: "Five years between development and operations in a team that ships twice a day.",
        jobs: &[
            "2023 – present | DevOps engineer | Mainufer Logistik AG, Offenbach | Build and delivery for 25 \
             teams | Build time down from 28 to 9 minutes",
            "2021 – 2023 | Cloud engineer | Tejo Sistemas, Lisbon | Kubernetes for a public transport operator",
            "2020 – 2021 | Trainee | Tejo Sistemas, Lisbon",
        ],
        education: &["2015 – 2020 | MSc Informatics | Lisbon"],
        skills: &["Systems: Kubernetes, Argo CD, GitLab, Vault", "Languages: Go, TypeScript, Bash"],
        languages: &["Portuguese: native", "English: fluent", "German: A2"],
        message: "Hi there, I have spent two years making deployments fast and would now like to make them safe. \
                  Rolling out to boiler rooms that cannot be reached by a second click is a problem I keep thinking \
                  about since I read your posting. Remote from Offenbach with regular trips to Leipzig would suit me.",
        format: Format::Pdf,
        days_ago: 6,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Mihai",
        last_name: "Dobrescu",
        email: "mihai.dobrescu@example.com",
        phone: "+49 171 3920072",
        town: "Dresden, Germany",
        headline: "Network and systems engineer",
        summary: "Networks first, systems second. I ran the backbone of a regional internet provider until it was sold.",
        jobs: &[
            "2016 – present | Network engineer | Elbtal Netz GmbH, Dresden | Backbone with 14 sites, BGP, \
             MPLS | Monitoring rewritten from SNMP polling to streaming telemetry",
            "2011 – 2016 | Network administrator | Carpat Telecom, Cluj-Napoca | Access network for 40,000 customers",
            "2009 – 2011 | Field technician, part-time | Carpat Telecom, Cluj-Napoca | Splicing fibre, installing routers",
        ],
        education: &["2006 – 2011 | Engineer's degree, Telecommunications | Cluj-Napoca"],
        skills: &[
            "Networks: BGP, WireGuard, nftables, mobile routers",
            "Systems: FreeBSD, Debian, PostgreSQL",
            "Languages: Python, Rust (one tool in production)",
        ],
        languages: &["Romanian: native", "German: very good (C1)", "English: fluent"],
        message: "Dear hiring team, sixty services are a pleasant number, but nineteen hundred cellars behind mobile \
                  routers are a network, and networks are what I do. I have debugged carrier NAT for a living and \
                  would enjoy doing it for something warm.",
        format: Format::Odt,
        days_ago: 3,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Aoife",
        last_name: "Brannigan",
        email: "aoife.brannigan@example.net",
        phone: "+49 40 66969 155",
        town: "Hamburg, Germany",
        headline: "Reliability engineer",
        summary: "Seven years in the shipping industry, from port terminals to the servers behind them.",
        jobs: &[
            "2021 – present | Reliability engineer | Kaiwerk Terminal IT, Hamburg | Crane scheduling, 99.95 % \
             for three years | Runbooks that a night shift without me can follow",
            "2018 – 2021 | Operations engineer | Liffey Freight, Dublin",
            "2016 – 2018 | Intern, then part-time | Harbour Weather Service, Dublin | Kept forty unattended stations reporting",
        ],
        education: &["2014 – 2018 | BSc Computer Applications | Dublin"],
        skills: &["Systems: Linux, PostgreSQL, Nomad, Consul", "Languages: Go, Ruby"],
        languages: &["English: native", "Irish: school", "German: good (B2)"],
        message: "Hello, a terminal that stops costs a ship its slot, so I know the weight of a pager. I would like \
                  to carry one for homes instead. Hamburg to Leipzig is three hours by train and I can be there \
                  every other week.",
        format: Format::Pdf,
        days_ago: 18,
        stage: Stage::Review,
        decision: Some((Outcome::Withdrawn, 8, "Promoted where she is and stays.")),
        released: true,
        notes: &["Wrote a kind message; would be glad to hear from us in a year."],
        comments: &[],
    },
    Person {
        first_name: "Kenji",
        last_name: "Morita",
        email: "kenji.morita@example.org",
        phone: "+49 89 99998 690",
        town: "Munich, Germany",
        headline: "Front-end developer",
        summary: "Five years of React and design systems; curious about infrastructure.",
        jobs: &[
            "2022 – present | Front-end developer | Alpenblick Reisen, Munich | Booking flow, accessibility audit",
            "2020 – 2022 | Junior developer | Studio Kiri, Osaka | Campaign sites",
            "2018 – 2020 | Working student | University museum, Osaka | Website and ticket counter screens",
        ],
        education: &["2016 – 2020 | BA Media Design | Osaka"],
        skills: &["Front end: React, CSS, Storybook", "Other: Docker, first steps in Linux administration"],
        languages: &["Japanese: native", "English: fluent", "German: B1"],
        message: "Hello, I would like to move from the screen to what is behind it. At home I run a small server for \
                  my photos and have learned a lot from breaking it. I know I am early for this role but wanted to try.",
        format: Format::Pdf,
        days_ago: 15,
        stage: Stage::Received,
        decision: Some((
            Outcome::Rejected,
            10,
            "No experience yet with systems other people depend on, which the role requires.",
        )),
        released: false,
        notes: &["Pointed him to the front-end posting we plan for summer."],
        comments: &[],
    },
];
