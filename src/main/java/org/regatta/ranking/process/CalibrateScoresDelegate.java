package org.regatta.ranking.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.ranking.Calibration;
import org.springframework.stereotype.Component;

/** Service task {@code calibrateScores}. */
@Component
class CalibrateScoresDelegate implements JavaDelegate {

    private final Calibration calibration;

    CalibrateScoresDelegate(Calibration calibration) {
        this.calibration = calibration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calibration.compute(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
