package crosscountry.kernel.cli;

import crosscountry.elimination.Orders;
import crosscountry.graph.Graph;
import crosscountry.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tasks}: the built-in tasks with their sizes, as {@code {"tasks":[{"name","inputs","vertices","eliminable","outputs"}]}}. */
@Command(name = "tasks", description = "The built-in tasks.", mixinStandardHelpOptions = true)
final class TasksCommand implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Task(String name, int inputs, int vertices, int eliminable, int outputs) {
        static Task of(String name) {
            Graph graph = Tasks.graph(name);
            return new Task(name, graph.inputs().size(), graph.vertices().size(), Orders.forward(graph).vertices().size(), graph.outputs().size());
        }
    }

    @Override
    public Integer call() {
        List<Task> tasks = Tasks.names().stream().map(Task::of).toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Answer.json(Map.of("tasks", tasks)));
        } else {
            tasks.forEach(t -> out.printf("%-22s %3d inputs %4d vertices %4d eliminable %3d outputs%n",
                    t.name(), t.inputs(), t.vertices(), t.eliminable(), t.outputs()));
        }
        return 0;
    }
}
