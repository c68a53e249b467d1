package workshop.requirementssharedschema;

import shareddb.web.Text;

/** What a client says to make a project, or to call it something else. */
record ProjectName(@Text(max = Project.MAX_NAME, blank = false) String name) {}
