package org.regatta.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The projects of the demo's competition, as texts for many more. */
record DemoTexts(List<NamedCsvRecord> rows) {

    static DemoTexts read() {
        var file = new ClassPathResource("demo/tidewater-prize-2026/projects.csv");
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return new DemoTexts(csv.stream().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int size() {
        return rows.size();
    }

    String[] column(String name) {
        return rows.stream().map(row -> row.getField(name)).toArray(String[]::new);
    }
}
