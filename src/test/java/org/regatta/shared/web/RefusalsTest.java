package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;

class RefusalsTest {

    @Test
    void tellsATextThatCannotBeStoredFromAKeyThatIsTaken() {
        assertThat(status("22021")).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(status("22P05")).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(status("23505")).isEqualTo(HttpStatus.CONFLICT);
    }

    private static HttpStatus status(String sqlState) {
        var refusal = Refusals.of(new DataIntegrityViolationException("refused", new SQLException("no", sqlState)));
        assertThat(refusal).isNotNull();
        return refusal.status();
    }
}
