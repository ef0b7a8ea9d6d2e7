package org.regatta.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.competition.Competitions;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportSummary;
import org.regatta.imports.ImportView;
import org.regatta.imports.Imports;
import org.regatta.shared.Page;

/** What happens between two looks at a competition of the demo; all of it with the real import is in {@link DemoStoryIT}. */
class ArrivalTest {

    private static final DemoFolder FOLDER = new DemoFolder("tidewater-prize-2026");
    private static final UUID IMPORT = UUID.randomUUID();

    private final Imports imports = mock();
    private final Competitions competitions = mock();
    private final Arrival arrival = new Arrival(imports, competitions, Clock.systemUTC());

    @BeforeEach
    void theBundleIsOnItsWay() {
        when(competitions.list(any())).thenReturn(new Page<>(List.of(), 0, 200, 0));
        when(imports.list(any())).thenReturn(new Page<>(List.of(), 0, 200, 0));
        when(imports.findings(any(), any())).thenReturn(new Page<>(List.of(), 0, 200, 0));
        when(imports.submit(any())).thenReturn(IMPORT);
        assertThat(arrival.of(FOLDER)).isEmpty();
    }

    @Test
    void anImportThatIsAppliedBetweenTheTwoLooksIsNoFailure() {
        ended(ImportState.APPLIED);

        assertThat(arrival.of(FOLDER)).isEmpty();
    }

    @Test
    void anImportThatWasRefusedIsNamed() {
        ended(ImportState.REFUSED);

        assertThatThrownBy(() -> arrival.of(FOLDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tidewater-prize-2026")
                .hasMessageContaining("REFUSED");
    }

    private void ended(ImportState state) {
        var now = Instant.now();
        when(imports.get(IMPORT))
                .thenReturn(new ImportView(
                        IMPORT,
                        null,
                        null,
                        "bundle.zip",
                        false,
                        state,
                        null,
                        0,
                        0,
                        0,
                        ImportSummary.NONE,
                        UUID.randomUUID(),
                        now,
                        now,
                        now));
    }
}
