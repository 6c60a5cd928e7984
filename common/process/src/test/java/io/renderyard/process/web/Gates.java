package io.renderyard.process.web;

import io.renderyard.process.limit.LimitSettings;
import io.renderyard.process.limit.LimitSettings.Limit;
import io.renderyard.process.limit.PlayedLimits;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Gates that count in memory. */
final class Gates {
    private Gates() {}

    static RateGate open() {
        return with(new LimitSettings(Limit.NONE, Limit.NONE), List.of());
    }

    /** @param submissions and polls at once, one more a second */
    static RateGate with(int submissions, int polls, List<RateHeaders> faces) {
        return with(new LimitSettings(new Limit(submissions, 1, null), new Limit(polls, 1, null)), faces);
    }

    private static RateGate with(LimitSettings settings, List<RateHeaders> faces) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        faces.forEach(face -> beans.addBean(face.getClass().getName(), face));
        return new RateGate(PlayedLimits.of(settings), beans.getBeanProvider(RateHeaders.class));
    }
}
