"""New files: the texts of a small framework with one example of each question type."""

from __future__ import annotations

MAIN = """\
# A framework: the scale, and what its questionnaires share. Each questionnaire is
# a file beside this one, named after its dimension. All of it is an example.
#
# Find mistakes in it:   maturity check FOLDER
# See what it asks:      maturity frameworks FOLDER
# Make an answer file:   maturity new answers answers.yaml --framework FOLDER
# Help in your editor:   maturity schema framework, and maturity schema questionnaire
format: framework/1
id: @ID@
# Major: ids or scores change. Minor: content is added. Patch: wording.
version: 1.0.0
title: @TITLE@
summary: >-
  Replace this with what the framework is for, and with what in it is your own
  judgement.
language: en-GB

# The scale runs from the first level to the last; each is a score of its own.
levels:
  - level: 0
    name: Absent
    description: A visitor would find no owner, no record and no routine.
  - level: 1
    name: Ad hoc
    description: Single people or teams do it on their own initiative.
  - level: 2
    name: Developing
    description: An agreed way of working is followed in part of the organisation.
  - level: 3
    name: Established
    description: The agreed way covers the whole organisation and is measured.
  - level: 4
    name: Leading
    description: Measured results steer money and decisions, and have improved.

dimensions: [people, technology]
aggregate: mean        # or min, ladder; or none for a matrix without an overall score
missing: drop          # what a missing answer does: drop, lowest or block
min_coverage: 0.6      # with less of the weight answered, a score is provisional
combine: median        # several respondents: median, mean, min or max

roles:
  - {id: leadership, title: Leadership}
  - {id: specialist, title: Specialist}

# Asked first, one answer an organisation, never scored; only facts decide who is
# asked what.
facts:
  - id: own-servers
    ask: Does the organisation run servers of its own?
    type: yes-no
    if_unknown: yes

# Kinds of organisation, each with the levels that are worth aiming for.
profiles:
  - id: public-body
    title: Public body
    summary: A realistic aim for three years.
    targets: {people: 2.5, technology: 3}
    weights: {technology: 1.5}

# checked: official (you read the document), secondary (a report of it) or "no".
sources:
  - id: service-standard
    title: Service Standard
    publisher: Government Digital Service
    url: https://www.gov.uk/service-manual/service-standard
    date: "2019"
    checked: "no"
"""

PEOPLE = """\
# A questionnaire: one dimension. Ids are never used again for something else.
format: questionnaire/1
id: people
title: People
summary: Whether staff and leaders can do digital work.
weight: 1
questions:
  # A level question has one statement a level, which a visitor could check.
  - id: training
    ask: How many staff completed a digital course in the last 12 months?
    why: People who were never taught a tool work around it.
    type: level
    levels:
      0: No member of staff completed a digital course, or nobody counted.
      1: Between one member of staff and a quarter of them completed one.
      2: More than a quarter of staff completed one, and up to half of them.
      3: More than half of staff completed one, and up to nine in ten.
      4: More than nine in ten members of staff completed one.
    weight: 2
    quick: yes
    # A low answer to a critical question sets a ceiling for the whole dimension.
    critical:
      - at_most: 0
        cap: 1
        because: Where nobody is taught, new tools and rules stay on paper.
    not_applicable: no
    expects: [Attendance figures by course and team]

  # Each option of a choice is worth a level of its own.
  - id: ownership
    ask: Who answers for digital work at the top of the organisation?
    type: choice
    options:
      - id: nobody
        label: Nobody is named
        level: 0
      - id: manager
        label: A named manager who is not on the executive team
        level: 2
      - id: executive
        label: A named member of the executive team
        level: 4
    answered_by: [leadership]

  # A checklist is scored by the share of its items.
  - id: launch-checks
    ask: Which of these did the newest online service have before launch?
    type: checklist
    items:
      - id: research
        label: Research with the people who use it
      - id: accessibility
        label: An accessibility test with its result written down
      - id: privacy
        label: A data protection impact assessment
      - id: measures
        label: Measures of success with a starting value
    sources: [service-standard]

# An action promises that, when it is done, the levels that it raises are true.
actions:
  - id: launch-training
    title: Teach every team with one named executive behind it
    detail: >-
      This week: name the executive and list who had which course. Done when more
      than half of staff completed one and each launch had its checks.
    raises: {training: 3, ownership: 4, launch-checks: 4}
    effort_days: {low: 30, high: 90}
    months: 6
    owner: Head of people
"""

TECHNOLOGY = """\
format: questionnaire/1
id: technology
title: Technology
summary: Whether the technology that services depend on is supported and recoverable.
weight: 1
questions:
  # A number is scored by bands: level and the smallest number that reaches it.
  - id: supported-share
    ask: What share of servers and applications does a supplier still support?
    type: number
    unit: percent
    min: 0
    max: 100
    bands: {0: 0, 1: 50, 2: 75, 3: 90, 4: 99}
    quick: yes

  # ask_if leaves a question out where a fact makes it pointless.
  - id: restore-test
    ask: Was a full restore from backup tested in the last 12 months?
    type: yes-no
    level_if_yes: 3
    level_if_no: 0
    ask_if: {fact: own-servers, is: yes}
    answered_by: [specialist]
    expects: [Report of the test with its date]

  # A text is shown in the report and never scored.
  - id: next-replacement
    ask: Which system do you plan to replace next?
    type: text

actions:
  - id: replace-unsupported
    title: Replace what is unsupported and test a restore
    detail: >-
      This week: list what no supplier supports, the riskiest first. Done when nine
      in ten are supported and a test restore is reported.
    raises: {supported-share: 3, restore-test: 3}
    needs: [launch-training]
    effort_days: 60
    months: 6
    owner: Head of technology
"""
