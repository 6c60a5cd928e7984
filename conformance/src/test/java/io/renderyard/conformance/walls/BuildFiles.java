package io.renderyard.conformance.walls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The same table, held against the build files: what a module's build file does not name, its code cannot see. */
final class BuildFiles {
    private static final Map<String, String> ARTIFACTS = Map.of(
            "api-gateway", "gateway",
            "render-worker", "worker",
            "webhook-dispatcher", "dispatcher");

    private BuildFiles() {}

    /** Our modules that the build file names, outside of test scope, without the table allowing it. */
    static List<String> breaches(String module, Path buildFile) throws Exception {
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(buildFile.toFile())
                .getElementsByTagName("dependency");
        List<String> breaches = new ArrayList<>();
        for (int index = 0; index < dependencies.getLength(); index++) {
            Element dependency = (Element) dependencies.item(index);
            String target = module(text(dependency, "artifactId"));
            if (text(dependency, "groupId").equals(House.ROOT)
                    && !text(dependency, "scope").equals("test")
                    && !ModuleTable.allows(module, target)) {
                breaches.add(module + " -> " + target);
            }
        }
        return breaches;
    }

    private static String module(String artifact) {
        String name = artifact.replaceFirst("^renderyard-", "");
        return ARTIFACTS.getOrDefault(name, name);
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
