"""Decks of made-up companies from many trades, each with what a reader would say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sowhat.model import Block, Box, Deck, Properties, Role
from tests.decks import slide, written

EDGE = Box(0.1, 0.95, 0.9, 0.98)


class Company(NamedTuple):
    """A made-up deck: ``aliases`` and ``products`` are those that must be found, no others may be
    products; ``customer`` None where there is none."""

    id: str
    vendor: str
    slides: tuple[tuple[str, ...], ...]
    footer: str = ""
    properties: Properties = Properties()
    customer: str | None = None
    aliases: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    @property
    def deck(self) -> Deck:
        """Return the deck of the model."""
        footer = (Block(self.footer, Role.FOOTER, EDGE),) if self.footer else ()
        made = (slide(n, *lines, blocks=footer) for n, lines in enumerate(self.slides, 1))
        return replace(written(*made), properties=self.properties)


COMPANIES = (
    Company(
        "insurance software, proposal to a bank",
        "Quorvane",
        (
            (
                "Claims without paper",
                "Proposal for Halden Mutual Bank",
                "Quorvane Ltd.",
                "May 2026",
            ),
            (
                "Where Halden Mutual stands",
                "Claims wait for eleven days.",
                "Halden Mutual Bank loses 4 % of its members a year.",
            ),
            (
                "Quorvane ClaimDesk",
                "ClaimDesk reads a claim in a minute.",
                "Quorvane ClaimDesk learns.",
            ),
            ("ClaimDesk in your week", "Your adjusters open ClaimDesk once a day."),
            ("What others did", "Nordlys Insurance halved its backlog with ClaimDesk."),
            ("Next steps", "Halden Mutual names two adjusters.", "jo@quorvane.com"),
        ),
        customer="Halden Mutual Bank",
        products=("ClaimDesk",),
    ),
    Company(
        "hospital equipment maker",
        "Brennwald Medizintechnik",
        (
            ("Company presentation 2026", "Brennwald Medizintechnik GmbH & Co. KG"),
            (
                "Who we are",
                "Founded in 1962 in Ulm.",
                "Brennwald is a family company with 480 people.",
            ),
            ("Our products", "VentiCare 300", "PulmoTrack", "OxySense Mini"),
            ("VentiCare 300", "VentiCare 300 breathes with the patient.", "Weight: 14 kg"),
            ("PulmoTrack", "PulmoTrack draws the curve of each breath."),
            ("OxySense Mini", "The OxySense Mini fits a pocket."),
            ("Contact", "vertrieb@brennwald-med.de", "www.brennwald-med.de"),
        ),
        footer="© Brennwald Medizintechnik GmbH & Co. KG",
        aliases=("Brennwald",),
        products=("VentiCare 300", "PulmoTrack", "OxySense Mini"),
    ),
    Company(
        "cloud provider with an abbreviation",
        "Meridian Cloud Services",
        (
            ("Your data stays in the country", "Meridian Cloud Services (MCS)"),
            ("Why MCS?", "MCS runs six data centres.", "MCS is certified."),
            ("The cost of a dark hour", "A retailer loses 80,000 an hour."),
            (
                "How MCS protects you",
                "MCS Vault keeps three copies.",
                "Restore from MCS Vault in minutes.",
            ),
            ("MCS Vault", "Three copies, two sites.", "MCS Vault is tested monthly."),
            ("Questions?", "Meridian Cloud Services", "www.mcs-cloud.net"),
        ),
        aliases=("MCS",),
        products=("MCS Vault",),
    ),
    Company(
        "law firm of partners",
        "Aldridge, Tamm & Osei",
        (
            ("Selling a family company", "Aldridge, Tamm & Osei LLP"),
            ("What the next eighteen months bring", "Buyers ask for five years of books."),
            (
                "Risks that stop a sale",
                "A lease without a date.",
                "A patent in the founder's name.",
            ),
            (
                "About us",
                "Aldridge, Tamm & Osei has advised 90 families.",
                "Offices in Leeds and Accra.",
            ),
            ("Thank you", "office@aldridgetamm.com"),
        ),
        footer="Aldridge, Tamm & Osei | Privileged and confidential",
    ),
    Company(
        "logistics, all capitals",
        "Tarsus Freight",
        (
            ("TARSUS FREIGHT", "COMPANY PROFILE"),
            ("ABOUT US", "TARSUS FREIGHT IS A CARRIER WITH 300 TRUCKS."),
            ("OUR FLEET", "300 trucks, 40 drivers a day.", "Tarsus Freight owns every one."),
            ("OUR CLIENTS", "BELMARK", "OSTERVIK", "PELLAN FOODS"),
            ("CONTACT US", "+254 700 000 000", "info@tarsusfreight.co.ke"),
        ),
    ),
    Company(
        "seed pitch with a camel-case name",
        "PlotWise",
        (
            ("PlotWise", "Farmland that tells you what it needs", "Seed deck 2026"),
            ("The problem", "Growers guess. A wet week costs a tenth of the crop."),
            ("The solution", "Plot Wise reads the soil every hour.", "Growers see one map."),
            ("How PlotWise works", "A probe, a radio, a map."),
            ("Competition", "Cropline, SoilIQ and Farmbase sell hardware."),
            ("Team", "Ida Holm, CEO", "Raj Pillai, CTO"),
            ("Join us", "ida@plotwise.ag"),
        ),
        aliases=("Plot Wise",),
    ),
    Company(
        "consultancy with a client's name beside it",
        "Ferrand Lyle",
        (
            (
                "Ostrava Steelworks + Ferrand Lyle",
                "A furnace that never waits",
                "12 March 2026, Ostrava",
            ),
            (
                "What Ostrava Steelworks told us",
                "The furnace waits 90 minutes a day.",
                "Scrap arrives late.",
            ),
            ("What it costs", "Ostrava Steelworks loses 11,000 tonnes a year."),
            ("Our approach", "Ferrand Lyle works on the floor.", "Four weeks, two people."),
            ("Who does what", "Ferrand Lyle: data. Ostrava Steelworks: shift leads."),
            ("Thank you", "www.ferrandlyle.com"),
        ),
        footer="© 2026 Ferrand Lyle",
        customer="Ostrava Steelworks",
    ),
    Company(
        "open source foundation",
        "Kestrel Foundation",
        (
            ("Kestrel: streams for everyone", "The Kestrel Foundation"),
            ("What is Kestrel?", "Kestrel is an open stream engine."),
            ("Who uses Kestrel", "1,200 contributors, 40 companies"),
            ("How to join", "https://kestrel.dev", "https://github.com/kestrel-streams"),
            ("Kestrel roadmap", "Kestrel 3.0 in autumn"),
        ),
        aliases=("Kestrel",),
    ),
    Company(
        "an example company is no customer",
        "Luminor Labs",
        (
            ("Workshop: your first dashboard", "Luminor Labs Inc."),
            ("Your case today: Bluebird Toys", "Bluebird Toys sells toys in nine countries."),
            ("What Bluebird Toys wants", "Fewer returns before Christmas."),
            ("Open Luminor Studio", "Luminor Studio shows the sales of Bluebird Toys."),
            ("Share it", "Luminor Studio mails the page."),
            ("Thank you", "help@luminorlabs.com", "© 2026 Luminor Labs Inc."),
        ),
        products=("Luminor Studio",),
    ),
    Company(
        "partner and reference are no customers",
        "Vexley",
        (
            ("Vexley and Amplo: better together", "Partner briefing"),
            ("Why Vexley", "Vexley joins stock and sales.", "Amplo brings the tills."),
            (
                "Case study: Hartmoor Stores",
                "Hartmoor Stores cut waste by 18 %.",
                "Presentation to the board in June",
            ),
            ("What you gain", "Your stores sell what is fresh."),
            ("Contact", "partners@vexley.io"),
        ),
        footer="Vexley | Confidential",
    ),
    Company(
        "energy company known by its properties",
        "Solvanta Energy",
        (
            ("Heat for a whole street", "A plan for 2030"),
            ("Your street today", "Forty boilers, forty bills."),
            ("One pump, one bill", "The pump stands under the green."),
            ("What we ask of you", "A vote by May."),
            ("Thank you", "Write to us"),
        ),
        properties=Properties(company="Solvanta Energy AG", author="Mara Klee", manager="Tom Ott"),
    ),
    Company(
        "the machine's maker is not the vendor",
        "Oakhollow Farms",
        (
            ("Oakhollow Farms", "Milk from nine villages"),
            ("Our herd", "Oakhollow Farms keeps 900 cows."),
            ("Your shelf", "Fresh by six in the morning."),
            ("Order", "orders@oakhollowfarms.com"),
        ),
        properties=Properties(
            company="Hewlett-Packard Company", author="user", title="PowerPoint Presentation"
        ),
    ),
    Company(
        "marks and editions",
        "Zephrin Robotics",
        (
            ("Zephrin Robotics", "Introducing ArmOne™"),
            ("ArmOne™ lifts with you", "ArmOne lifts 40 kg.", "Backs last longer."),
            ("ArmOne Pro and GripKit", "ArmOne Pro lifts 90 kg.", "GripKit® holds glass."),
            ("A day with ArmOne", "Pallets move by themselves."),
            ("Zephrin Robotics", "zephrin.com", "© 2026 Zephrin Robotics Pty Ltd"),
        ),
        products=("ArmOne", "GripKit", "ArmOne Pro"),
    ),
    Company(
        "university spin-off named after an ordinary word",
        "Lantern Health",
        (
            ("Earlier answers for rare diseases", "Lantern Health, Inc."),
            ("A family waits five years", "Eight doctors, three wrong names."),
            ("Lantern Health finds it in weeks", "Lantern Health reads the whole genome."),
            ("What clinics say", "Doctors at Saint Brannoc Hospital name 3 in 10 cases."),
            ("Lantern Health team", "Dr Ada Moss, founder"),
            ("Contact us", "hello@lantern.health"),
        ),
        footer="Lantern Health · Confidential",
    ),
    Company(
        "tender with labels",
        "Cobalt Rail Systems",
        (
            (
                "Signalling for line 4",
                "Client: City of Varnholm",
                "Bidder: Cobalt Rail Systems S.A.",
            ),
            ("What Varnholm needs", "Trains every two minutes by 2029."),
            ("How line 4 changes", "Cobalt Rail Systems renews 31 stations."),
            ("RailGuard", "RailGuard keeps the distance.", "RailGuard runs in nine cities."),
            ("RailGuard on line 4", "Two minutes, every day."),
            ("Plan", "Varnholm opens the depot in June."),
        ),
        footer="Cobalt Rail Systems",
        customer="City of Varnholm",
        products=("RailGuard",),
    ),
    Company(
        "services only",
        "Northgate Facilities",
        (
            ("Northgate Facilities Pvt. Ltd.", "Company profile"),
            ("About us", "Northgate Facilities was founded in 2009."),
            ("Our services", "Cleaning", "Security", "Catering", "Gardening"),
            ("Our clients", "Hotels, schools, hospitals"),
            ("Contact us", "www.northgatefacilities.in", "info@northgatefacilities.in"),
        ),
    ),
    Company(
        "nobody's deck",
        "",
        (
            ("How a heat pump works", "A lesson"),
            ("Heat moves", "From cold to warm, with work."),
            ("The compressor", "It squeezes the gas."),
            ("Questions", "What did you learn?"),
        ),
    ),
    Company(
        "big customer's name everywhere",
        "Tessellate",
        (
            (
                "Winning back weekend guests",
                "Prepared for Marlow Hotels",
                "Tessellate Partners LLC",
            ),
            ("Marlow Hotels today", "Weekend rooms stand empty."),
            ("Marlow Hotels guests", "Guests of Marlow Hotels book late."),
            ("What Marlow Hotels could gain", "2 million a year"),
            ("Marlow Hotels plan", "Start with three houses"),
            ("About Tessellate", "We are twelve people."),
            ("Thank you", "Tessellate Partners"),
        ),
        customer="Marlow Hotels",
    ),
    Company(
        "product heavier than vendor",
        "Arclight Software",
        (
            ("PulsePoint", "The hospital's heartbeat"),
            ("What is PulsePoint?", "PulsePoint shows beds."),
            ("PulsePoint for nurses", "Nurses see PulsePoint first."),
            ("PulsePoint for doctors", "PulsePoint on rounds."),
            ("PulsePoint pricing", "From 900 a month"),
            ("About us", "PulsePoint is made by Arclight Software Inc."),
            ("Contact", "sales@arclightsoftware.com", "© 2026 Arclight Software Inc."),
        ),
        products=("PulsePoint",),
    ),
    Company(
        "bank of ordinary words",
        "First Harbor Bank",
        (
            ("Your mortgage in one afternoon", "First Harbor Bank"),
            ("Buying a house is slow", "41 days on average"),
            ("One afternoon", "Your papers, one folder."),
            ("Why First Harbor?", "Since 1911"),
            ("Come by", "www.firstharbor.com", "Member FDIC"),
        ),
    ),
    Company(
        "university office",
        "Westmere University",
        (
            ("Research that pays rent", "Westmere University, Office of Technology Transfer"),
            ("What we license", "140 patents"),
            ("How to start", "Write to tto@westmere.edu"),
        ),
    ),
    Company(
        "web agency co-brand with dash",
        "Pixelhain",
        (
            ("Pixelhain – Relaunch for Stadtwerke Ellmau", "Kick-off, 4 May"),
            ("Ziele", "Stadtwerke Ellmau wants half the calls."),
            ("Where Stadtwerke Ellmau stands", "Nine sites, no search"),
            ("Team", "Pixelhain: Jo, Kim"),
            ("Next steps", "hello@pixelhain.de"),
        ),
        customer="Stadtwerke Ellmau",
    ),
    Company(
        "logos of customers not vendor",
        "Grainline",
        (
            ("Grainline", "Bread, baked by numbers"),
            ("Trusted by", "Belmark", "Ostervik", "Pellan Foods", "Hartmoor"),
            ("Belmark case study", "Belmark cut waste by 12 %."),
            ("How Grainline works", "Grainline reads the oven."),
            ("Contact", "hi@grainline.com"),
        ),
    ),
    Company(
        "a digit in the name",
        "9Lanes",
        (
            ("9Lanes", "Swim schools, sorted"),
            ("Parents wait", "Forty weeks for a place"),
            ("9Lanes fills the pool", "9Lanes moves children up."),
            ("Ask", "2M seed"),
            ("team@9lanes.app",),
        ),
    ),
    Company(
        "lowercase brand",
        "brightly",
        (
            ("brightly", "light for rooms without windows"),
            ("the problem", "40 % of offices have no daylight"),
            ("how brightly works", "brightly brings the sun in."),
            ("contact", "hello@brightly.io", "www.brightly.io"),
        ),
    ),
    Company(
        "reseller of another's cloud",
        "Corvane Cloud",
        (
            ("Moving to AWS in 90 days", "Corvane Cloud, AWS Advanced Partner"),
            ("Why AWS?", "AWS runs in 33 regions."),
            ("AWS services you need", "Amazon S3, AWS Lambda"),
            ("How we migrate to AWS", "Corvane Cloud has moved 60 companies."),
            ("Questions", "hello@corvane.cloud"),
        ),
    ),
    Company(
        "place and date beside the vendor",
        "Helmsrow Marine",
        (
            ("A quieter ferry", "Helmsrow Marine Ltd | Rotterdam | 14 June 2026"),
            ("Noise", "Crews sleep badly"),
            ("HushDrive", "HushDrive turns slowly."),
            ("HushDrive on your ferry", "Nine weeks in dock"),
            ("Talk to us", "+31 10 000", "helmsrow.com"),
        ),
        products=("HushDrive",),
    ),
    Company(
        "consultant for another's platform",
        "Brackwater",
        (
            ("Salesforce for credit unions", "Brackwater Group"),
            ("Why Salesforce?", "Salesforce keeps members close."),
            ("Salesforce Financial Services Cloud", "One view of the member."),
            ("How Brackwater helps", "Forty projects on Salesforce."),
            ("Case study: Lakeside Credit Union", "Lakeside Credit Union opened 900 accounts."),
            ("Let's talk", "info@brackwater.com"),
        ),
    ),
    Company(
        "government agency",
        "Port Authority of Varnholm",
        (
            ("Cruise season 2027", "Port Authority of Varnholm"),
            ("Ships", "140 calls"),
            ("What changes for carriers", "New berths"),
            ("Fees", "0.40 per ton"),
            ("Contact", "port@varnholm.gov"),
        ),
    ),
    Company(
        "hospital network with an abbreviation",
        "Lakeland Care Network",
        (
            ("Nursing careers at LCN", "Lakeland Care Network (LCN)"),
            ("Why nurses leave", "Shifts change late."),
            ("How LCN plans shifts", "Six weeks ahead."),
            ("LCN in numbers", "9 hospitals"),
            ("Apply", "jobs@lcn-health.org"),
        ),
        aliases=("LCN",),
    ),
    Company(
        "tender with a number",
        "Strand & Holloway",
        (
            (
                "RFP 2026-114: Payroll services",
                "Submitted to: County of Merrow",
                "Submitted by: Strand & Holloway, Inc.",
            ),
            ("Your payroll today", "Merrow pays 4,100 people."),
            ("What changes", "One file a month."),
            ("Why Strand & Holloway", "30 counties"),
            ("Timeline", "Merrow signs in May."),
        ),
        customer="County of Merrow",
    ),
    Company(
        "business review with both names",
        "Fennimore",
        (
            ("Quarterly business review", "Globex | Fennimore", "July 2026"),
            ("Globex in Q2", "Tickets fell by 12 %."),
            ("Globex priorities", "Fewer late nights"),
            ("What Fennimore did", "Two releases"),
            ("Next quarter", "Globex tests in August"),
        ),
        footer="Fennimore | Confidential",
        customer="Globex",
    ),
    Company(
        "competitors named often",
        "Auralis",
        (
            ("Auralis", "A calmer inbox"),
            ("Outlook is noisy", "People open Outlook 40 times a day."),
            ("Gmail is noisy too", "Gmail shows ads."),
            ("Superhuman and Spike", "They are fast but loud."),
            ("Auralis sorts", "Auralis shows three mails."),
            ("Pricing", "9 a month"),
            ("auralis.app",),
        ),
    ),
    Company(
        "apostrophe in the name",
        "Mae's Kitchen",
        (
            ("Mae's Kitchen", "Franchise brochure"),
            ("Our story", "Mae's Kitchen opened in 1988."),
            ("What you get", "A recipe book"),
            ("Fees", "30,000 to start"),
            ("Call us", "franchise@maeskitchen.com"),
        ),
    ),
    Company(
        "aid organisation",
        "Rivers Without Borders",
        (
            ("Clean water for Tavana", "Rivers Without Borders"),
            ("Tavana today", "Women walk nine miles."),
            ("What a well changes", "Girls go to school."),
            ("How Rivers Without Borders works", "Local builders"),
            ("Give", "www.riverswithoutborders.org"),
        ),
    ),
    Company(
        "capitals only",
        "Hexalon",
        (
            ("HEXALON", "THE LAYER FOR TRUST"),
            ("PROBLEM", "BRIDGES GET HACKED"),
            ("HEXALON PROTOCOL", "HEXALON SIGNS EACH MOVE"),
            ("TOKENOMICS", "HXL"),
            ("TEAM", "ANN LEE, CEO"),
            ("CONTACT", "HELLO@HEXALON.XYZ"),
        ),
    ),
    Company(
        "pharma company for investors",
        "Nuvectra Pharma",
        (
            ("NVX-201 in severe asthma", "Nuvectra Pharma plc · June 2026"),
            ("Forward-looking statements", "Nuvectra Pharma plc makes statements."),
            ("Patients cannot breathe", "Three million"),
            ("NVX-201 halves attacks", "Phase 2b"),
            ("Contact", "ir@nuvectrapharma.com"),
        ),
    ),
)
