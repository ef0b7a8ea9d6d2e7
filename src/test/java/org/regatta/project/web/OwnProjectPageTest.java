package org.regatta.project.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.competition.Competitions;
import org.regatta.project.IntakeClosed;
import org.regatta.project.OwnProject;
import org.regatta.project.OwnProjects;
import org.regatta.project.ProjectStatus;
import org.regatta.project.Projects;
import org.regatta.project.course.Courses;
import org.regatta.project.team.Joining;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.web.ProblemWords;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class OwnProjectPageTest {

    private final UUID projectId = Ids.next();
    private final UUID competitionId = Ids.next();
    private final String address = "/projects/" + projectId + "/write";
    private final OwnProjects own = mock();
    private final ProblemWords words = mock();
    private final MockMvc page = MockMvcBuilders.standaloneSetup(new OwnProjectController(
                    own,
                    mock(Projects.class),
                    mock(Competitions.class),
                    mock(Courses.class),
                    mock(Joining.class),
                    words))
            .build();

    @BeforeEach
    void aDraft() {
        when(own.find(projectId)).thenReturn(Optional.of(project("Stored")));
        when(words.findings(any())).thenAnswer(call -> call.getArgument(0));
    }

    @Test
    void keepsWhatWasTypedWhereTheCallHasClosed() throws Exception {
        when(own.save(eq(projectId), any(), anyInt())).thenThrow(new IntakeClosed());

        page.perform(post(address)
                        .param("title", "Kelp")
                        .param("summary", "Typed")
                        .param("version", "3"))
                .andExpect(status().isConflict())
                .andExpect(view().name("project/write"))
                .andExpect(model().attribute("project", project("Typed")))
                .andExpect(model().attribute(
                                "findings",
                                List.of(new Finding("", String.valueOf(new IntakeClosed().getMessage()), ""))))
                .andExpect(model().attributeDoesNotExist("theirs"));
    }

    @Test
    void tellsTheNextPageThatTheTextHasReachedTheServer() throws Exception {
        page.perform(post(address)
                        .param("title", "Kelp")
                        .param("summary", "Typed")
                        .param("version", "3"))
                .andExpect(flash().attribute("reached", projectId));
    }

    private OwnProject project(String summary) {
        return new OwnProject(
                projectId,
                competitionId,
                "TP-1",
                "Kelp",
                summary,
                null,
                null,
                ProjectStatus.DRAFT,
                "Crew",
                Instant.EPOCH,
                null,
                false,
                3);
    }
}
