package org.regatta.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.imports.ImportFile;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportView;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.imports.bundle.Bundles;
import org.regatta.shared.Finding;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody gets a role by an import of their own, whatever they are. */
@RegattaTest
class OwnRolesByImportIT {

    private static final PageRequest FIRST = new PageRequest(0, 200);

    @Autowired
    private Imports imports;

    @Autowired
    private People people;

    @AfterEach
    void actsAsNobody() {
        Acting.asNobody();
    }

    @Test
    void isRefusedForStaffAndJurorsUnlessItIsHeldAlready() {
        var admin = people.ensure(new NewPerson("selfish-admin@regatta.test", "Administrator"));
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        Acting.as(admin);
        var own = ended(imports.submit(new NewImport(null, false, files(small()))))
                .programId();
        var boss = people.ensure(new NewPerson("boss@selfish.test", "Boss"));
        people.grant(boss, Role.PROGRAM_ADMIN, own, null);

        for (var person : List.of(boss, admin)) {
            Acting.as(person);
            var email = people.byIds(List.of(person)).get(person).email();
            var seated = small().with("competition.yaml", "key: small", "key: seated")
                    .with("competition.yaml", "a@tests.example", email);
            assertThat(messages(seated)).containsExactly("You cannot seat yourself in a jury.");
            var watching = small().with("competition.yaml", "key: small", "key: watching")
                    .with("competition.yaml", "office@tests.example", email);
            assertThat(messages(watching)).containsExactly("You cannot give yourself a role that you do not have.");
        }
        Acting.as(boss);
        var held = small().with("competition.yaml", "key: small", "key: held")
                .with(
                        "competition.yaml",
                        "{email: office@tests.example, role: OBSERVER}",
                        "{email: boss@selfish.test, role: PROGRAM_ADMIN}");
        assertThat(ended(imports.submit(new NewImport(null, false, files(held))))
                        .state())
                .isEqualTo(ImportState.APPLIED);
    }

    private List<String> messages(Bundles bundle) {
        var refused = ended(imports.submit(new NewImport(null, false, files(bundle))));
        assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
        return imports.findings(refused.id(), FIRST).items().stream()
                .map(Finding::message)
                .toList();
    }

    private ImportView ended(UUID importId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .until(() -> imports.get(importId), view -> view.state().ended());
    }

    private static Bundles small() {
        return Bundles.small().with("competition.yaml", "{key: tests, name: Tests}", "{key: selfish, name: T}");
    }

    private static List<ImportFile> files(Bundles bundle) {
        return bundle.files().stream()
                .map(file -> new ImportFile(file.name(), () -> new ByteArrayInputStream(file.bytes())))
                .toList();
    }
}
