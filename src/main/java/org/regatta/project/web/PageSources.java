package org.regatta.project.web;

import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.People;
import org.regatta.project.mentor.Mentors;
import org.regatta.project.team.OwnTeams;
import org.springframework.stereotype.Component;

/** What a project's page asks besides its own module. */
@Component
record PageSources(Rounds rounds, Mentors mentors, OwnTeams teams, People people, Access access) {}
