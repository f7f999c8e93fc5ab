using Xunit.Sdk;
using Xunit.v3;

// Each test starts six processes; two at once would measure the machine.
[assembly: Parallelization(Mode = ParallelMode.None)]
