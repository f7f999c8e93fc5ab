using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pipeline.Conventions.Tests.Contracts;

/// <summary>A message is a sealed record of facts: its type name and its properties are on the wire.</summary>
internal static class MessageRules
{
    private const string Namespace = "Pipeline.Contracts";
    private static readonly string[] EmptySuffixes = ["Event", "Message", "Command", "Dto"];

    private static readonly HashSet<Type> Scalars =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(Guid), typeof(DateOnly), typeof(DateTimeOffset), typeof(TimeSpan)];

    /// <summary>What is wrong with a message, each as <c>Type: reason</c>.</summary>
    public static IEnumerable<string> Violations(Type message, string expectedNamespace = Namespace)
        => TypeViolations(message, expectedNamespace)
            .Concat(message.GetProperties().SelectMany(PropertyViolations))
            .Select(reason => $"{message.Name}: {reason}");

    private static IEnumerable<string> TypeViolations(Type message, string expectedNamespace)
    {
        if (!message.IsPublic || !message.IsSealed || message.GetMethod("<Clone>$") is null)
        {
            yield return "is not a public sealed record";
        }

        if (message.BaseType != typeof(object))
        {
            yield return "has a base";
        }

        if (message.Namespace != expectedNamespace)
        {
            yield return $"is not in the namespace {expectedNamespace}";
        }

        if (EmptySuffixes.Any(suffix => message.Name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            yield return "says in its name that it is a message";
        }

        foreach (var method in Behaviour(message))
        {
            yield return $"has the method {method}";
        }
    }

    private static IEnumerable<string> PropertyViolations(PropertyInfo property)
    {
        if (property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) != true)
        {
            yield return $"{property.Name} is not init-only";
        }

        if (!IsPlain(property.PropertyType))
        {
            yield return $"{property.Name} is a {property.PropertyType.Name}, which is not a plain value";
        }

        if (!property.IsDefined(typeof(RequiredMemberAttribute)) && !IsNullable(property) && !HasDefault(property))
        {
            yield return $"{property.Name} is neither required nor nullable nor defaulted";
        }
    }

    private static bool IsPlain(Type type)
        => Scalars.Contains(Nullable.GetUnderlyingType(type) ?? type)
            || type.IsEnum
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsPlain(type.GetGenericArguments()[0]))
            || type.Namespace == Namespace;

    private static bool IsNullable(PropertyInfo property)
        => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static bool HasDefault(PropertyInfo property)
        => property.GetValue(RuntimeHelpers.GetUninitializedObject(property.DeclaringType!)) is not null
            || property.GetValue(Activator.CreateInstance(property.DeclaringType!)) is not null;

    private static IEnumerable<string> Behaviour(Type message)
        => message.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(method => method.Name);
}
