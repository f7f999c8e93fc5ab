using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Pipeline.Conventions.Tests.Support;

/// <summary>A class that configuration is bound to, as reflection sees it.</summary>
/// <param name="Type">The class.</param>
internal sealed record OptionsClass(Type Type)
{
    /// <summary>Value of its <c>Section</c> constant; null when it has none.</summary>
    public string? Section
        => Type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } constant
            ? constant.GetRawConstantValue() as string
            : null;

    public IEnumerable<PropertyInfo> Settable => Type.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    /// <summary>Properties that configuration must supply: required, and null by default.</summary>
    public IEnumerable<PropertyInfo> WithoutDefault
    {
        get
        {
            var defaults = Create();
            return Settable.Where(property => property.IsDefined(typeof(RequiredAttribute)) && property.GetValue(defaults) is null);
        }
    }

    public object Create() => Activator.CreateInstance(Type)!;

    /// <summary>What its own validators say of a value; empty when they accept it.</summary>
    public IReadOnlyList<string> Validate(object options)
        => [.. Validators.SelectMany(validator => Failures(validator, options))];

    public bool HasValidator => Validators.Any();

    /// <summary>The options classes of an assembly, by name or by their section.</summary>
    public static IEnumerable<OptionsClass> In(Assembly assembly)
        => assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .Select(type => new OptionsClass(type))
            .Where(options => options.Section is not null || options.HasValidator);

    private IEnumerable<Type> Validators
        => Type.Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(IValidateOptions<>).MakeGenericType(Type).IsAssignableFrom(type));

    private IEnumerable<string> Failures(Type validator, object options)
    {
        var validate = typeof(IValidateOptions<>).MakeGenericType(Type).GetMethod("Validate")!;
        var result = (ValidateOptionsResult)validate.Invoke(Activator.CreateInstance(validator, nonPublic: true), [null, options])!;
        return result.Failures ?? [];
    }
}
