package org.regatta.competition.web;

import org.springframework.stereotype.Component;

/** What a round's page shows besides the round itself. */
@Component
record RoundPageSources(Boards boards, IncidentRows incidents, TurnRows turns) {}
