package org.regatta.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.regatta.file.FileState;
import org.regatta.file.MissingParts;
import org.regatta.project.ProjectStatus;
import org.regatta.project.ProjectView;
import org.regatta.project.Projects;
import org.regatta.projectfile.FileType;
import org.regatta.projectfile.NewProjectFile;
import org.regatta.projectfile.ProjectFileView;
import org.regatta.projectfile.ProjectFiles;
import org.regatta.projectfile.ProjectUploads;
import org.springframework.stereotype.Component;

/** What teams of the demo do while the call is open: add files, made of their own texts, and hand in. */
@Component
class Entrants {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Projects projects;
    private final ProjectFiles files;
    private final ProjectUploads uploads;
    private final Acting acting;
    private final HttpClient store =
            HttpClient.newBuilder().connectTimeout(LONGEST_WAIT).build();

    Entrants(Projects projects, ProjectFiles files, ProjectUploads uploads, Acting acting) {
        this.projects = projects;
        this.files = files;
        this.uploads = uploads;
        this.acting = acting;
    }

    /** Goes on with the teams that have files to add; whether all of them have handed in. */
    boolean handIn(UUID competitionId, Conduct conduct) {
        var ids = projects.idsByNumber(competitionId);
        var all = true;
        for (var wanted : conduct.files().entrySet()) {
            var project = projects.get(Objects.requireNonNull(ids.get(wanted.getKey())));
            if (project.status() == ProjectStatus.DRAFT) {
                var leader = projects.team(project.id())
                        .orElseThrow()
                        .members()
                        .getFirst()
                        .personId();
                all &= acting.as(leader, () -> handIn(project, wanted.getValue()));
            }
        }
        return all;
    }

    private boolean handIn(ProjectView project, List<FileType> types) {
        var there = files.of(project.id());
        types.stream()
                .filter(type -> there.stream().noneMatch(file -> arrived(file, type)))
                .forEach(type -> upload(project, type));
        var checked = files.of(project.id()).stream()
                .filter(file -> file.state() == FileState.CHECKED)
                .map(ProjectFileView::type)
                .toList();
        if (!checked.containsAll(types)) {
            return false;
        }
        projects.submit(project.id());
        return true;
    }

    private static boolean arrived(ProjectFileView file, FileType type) {
        return file.type() == type && (file.state() == FileState.UPLOADED || file.state() == FileState.CHECKED);
    }

    private void upload(ProjectView project, FileType type) {
        var page = type == FileType.PRESENTATION ? OnePagePdf.SLIDE : OnePagePdf.PAPER;
        var content = page.of(project.title(), project.summary());
        var name = project.teamName() + (type == FileType.PRESENTATION ? " - slides.pdf" : " - summary.pdf");
        var id = uploads.announce(project.id(), new NewProjectFile(type, name, content.length, null));
        uploads.missing(project.id(), id).missing().forEach(part -> send(part, content));
        uploads.complete(project.id(), id);
    }

    private void send(MissingParts.Part part, byte[] content) {
        var from = Math.toIntExact(part.offset());
        var bytes = Arrays.copyOfRange(content, from, from + Math.toIntExact(part.sizeBytes()));
        var request = HttpRequest.newBuilder(part.address())
                .timeout(LONGEST_WAIT)
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            var status = store.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The store answered " + status);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Regatta stops", stopped);
        }
    }
}
