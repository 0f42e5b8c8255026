package crosscountry.kernel.cli;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.option.TasksOptions;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tasks}: the built-in tasks with their sizes, as
 * {@code {"tasks":[{"name","inputs","vertices","eliminable","outputs"}]}}; with {@code --corpus} the functions of the
 * corpus, as {@code {"corpus":[{..., "field","split"}]}}.
 */
@Command(description = "The built-in tasks, or the functions of the corpus.", mixinStandardHelpOptions = true)
final class TasksCommand implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Mixin
    private TasksOptions options;

    @Spec
    private CommandSpec spec;

    record Task(String name, int inputs, int vertices, int eliminable, int outputs) {
        static Task of(Graph graph) {
            String name = graph.name();
            return new Task(
                    name,
                    graph.inputs().size(),
                    graph.vertices().size(),
                    Orders.forward(graph).vertices().size(),
                    graph.outputs().size());
        }
    }

    @Override
    public Integer call() {
        return options.corpus() ? functions() : tasks();
    }

    private int functions() {
        var out = spec.commandLine().getOut();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String name : Corpus.names()) {
            Task task = Task.of(Corpus.graph(name));
            String split = TasksOptions.split(name);
            if (json) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("name", task.name());
                row.put("field", Corpus.field(name));
                row.put("split", split);
                row.put("inputs", task.inputs());
                row.put("vertices", task.vertices());
                row.put("eliminable", task.eliminable());
                row.put("outputs", task.outputs());
                rows.add(row);
            } else {
                out.printf(
                        "%-32s %-20s %-5s %3d inputs %4d vertices %4d eliminable %3d outputs%n",
                        task.name(),
                        Corpus.field(name),
                        split,
                        task.inputs(),
                        task.vertices(),
                        task.eliminable(),
                        task.outputs());
            }
        }
        if (json) {
            out.println(Answer.json(Map.of("corpus", rows)));
        }
        return 0;
    }

    private int tasks() {
        List<Task> tasks = Tasks.names().stream()
                .map(name -> Task.of(Tasks.graph(name).named(name)))
                .toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Answer.json(Map.of("tasks", tasks)));
        } else {
            tasks.forEach(t -> out.printf(
                    "%-22s %3d inputs %4d vertices %4d eliminable %3d outputs%n",
                    t.name(), t.inputs(), t.vertices(), t.eliminable(), t.outputs()));
        }
        return 0;
    }
}
