// %%
int a = 6;
String word = "seven";
// %%
double twice(double v) {
    return 2 * v;
}
// %%
record Pair(int x, int y) {}
// %%
for (int i = 0; i < 10; i++) System.out.println(i);
// %%
List.of(1, 2, 3).stream().map(i -> i * a).toList()
// %%
%commands
// %%
Tasks.graph("Simple").vertices().size()
